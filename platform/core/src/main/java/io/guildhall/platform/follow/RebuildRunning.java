package io.guildhall.platform.follow;

import io.guildhall.platform.problem.Refusal;

/** A rebuild to be started while one of the same read model is not finished. */
public final class RebuildRunning extends Refusal {

    RebuildRunning(String projection) {
        super(Kind.CONFLICT, projection);
    }
}
