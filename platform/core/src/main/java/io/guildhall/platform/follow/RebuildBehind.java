package io.guildhall.platform.follow;

import io.guildhall.platform.problem.Refusal;

/** A switch or comparison asked for before both editions know the same events. */
public final class RebuildBehind extends Refusal {

    RebuildBehind(String projection) {
        super(Kind.CONFLICT, projection);
    }
}
