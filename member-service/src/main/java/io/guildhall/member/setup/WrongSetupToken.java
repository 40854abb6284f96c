package io.guildhall.member.setup;

import io.guildhall.platform.problem.Refusal;

/** The set-up token is not the one of this installation, or it has none. */
public final class WrongSetupToken extends Refusal {

    private static final long serialVersionUID = 1;

    public WrongSetupToken() {
        super(Kind.FORBIDDEN);
    }
}
