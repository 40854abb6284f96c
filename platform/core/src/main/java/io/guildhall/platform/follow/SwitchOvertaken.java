package io.guildhall.platform.follow;

import io.guildhall.platform.problem.Refusal;

/** A switch that somebody else's decision took back before it was done. */
public final class SwitchOvertaken extends Refusal {

    SwitchOvertaken(String projection) {
        super(Kind.CONFLICT, projection);
    }
}
