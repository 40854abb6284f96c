package io.guildhall.member.setup;

import io.guildhall.platform.problem.Refusal;

/** An installation gets its first operator once. */
public final class AlreadySetUp extends Refusal {

    private static final long serialVersionUID = 1;

    public AlreadySetUp() {
        super(Kind.CONFLICT);
    }
}
