package io.guildhall.platform.follow;

import io.guildhall.platform.problem.Refusal;

/** Something asked of an edition beside the live one, where there is none. */
public final class NoRebuild extends Refusal {

    NoRebuild(String projection) {
        super(Kind.CONFLICT, projection);
    }
}
