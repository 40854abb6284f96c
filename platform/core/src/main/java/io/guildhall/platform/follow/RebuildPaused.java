package io.guildhall.platform.follow;

import io.guildhall.platform.problem.Refusal;

/** A switch or comparison asked for while the edition beside the live one stands still. */
public final class RebuildPaused extends Refusal {

    RebuildPaused(String projection) {
        super(Kind.CONFLICT, projection);
    }
}
