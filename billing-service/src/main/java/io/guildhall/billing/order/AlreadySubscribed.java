package io.guildhall.billing.order;

import io.guildhall.platform.problem.Refusal;

/** A plan that the member has already is not sold a second time. */
public final class AlreadySubscribed extends Refusal {

    public AlreadySubscribed() {
        super(Kind.CONFLICT);
    }
}
