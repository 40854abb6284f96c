package io.guildhall.member.account;

import io.guildhall.platform.problem.Refusal;

/** A verification link that was used already, is too old, or was never sent. */
public final class VerificationExpired extends Refusal {

    private static final long serialVersionUID = 1;

    public VerificationExpired() {
        super(Kind.UNPROCESSABLE);
    }
}
