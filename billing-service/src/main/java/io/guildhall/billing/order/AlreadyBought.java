package io.guildhall.billing.order;

import io.guildhall.platform.problem.Refusal;

/** A course that the member has already is not sold a second time. */
public final class AlreadyBought extends Refusal {

    public AlreadyBought() {
        super(Kind.CONFLICT);
    }
}
