package io.guildhall.member.account;

import io.guildhall.platform.problem.Refusal;

/** The password given is not the one in force. */
public final class WrongPassword extends Refusal {

    private static final long serialVersionUID = 1;

    public WrongPassword() {
        super(Kind.FORBIDDEN);
    }
}
