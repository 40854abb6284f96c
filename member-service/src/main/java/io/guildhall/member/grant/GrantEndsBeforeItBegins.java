package io.guildhall.member.grant;

import io.guildhall.platform.problem.Refusal;
import java.time.Instant;

/** A grant whose end is not after its beginning. */
public final class GrantEndsBeforeItBegins extends Refusal {

    private static final long serialVersionUID = 1;

    public GrantEndsBeforeItBegins(Instant from, Instant until) {
        super(Kind.UNPROCESSABLE, from, until);
    }
}
