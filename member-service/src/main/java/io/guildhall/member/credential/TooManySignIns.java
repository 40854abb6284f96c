package io.guildhall.member.credential;

import io.guildhall.platform.problem.Refusal;

/** More people sign in or register at this moment than passwords can be hashed for. */
public final class TooManySignIns extends Refusal {

    private static final long serialVersionUID = 1;

    public TooManySignIns() {
        super(Kind.TOO_MANY_REQUESTS);
    }
}
