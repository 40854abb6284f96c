package io.guildhall.platform.problem;

/** This cannot be answered to somebody who has not signed in. */
public final class AuthenticationRequired extends Refusal {

    public AuthenticationRequired() {
        super(Kind.UNAUTHORIZED);
    }
}
