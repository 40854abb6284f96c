package io.guildhall.community.live;

import io.guildhall.platform.problem.Refusal;

/** A page of another site asks for a socket. */
public final class ForeignOrigin extends Refusal {

    public ForeignOrigin() {
        super(Kind.FORBIDDEN);
    }
}
