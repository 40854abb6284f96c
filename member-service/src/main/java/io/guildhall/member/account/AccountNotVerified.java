package io.guildhall.member.account;

import io.guildhall.platform.problem.Refusal;

/** Something that only a verified account may do. */
public final class AccountNotVerified extends Refusal {

    private static final long serialVersionUID = 1;

    public AccountNotVerified() {
        super(Kind.FORBIDDEN);
    }
}
