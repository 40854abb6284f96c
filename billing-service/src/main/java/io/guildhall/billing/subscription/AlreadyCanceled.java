package io.guildhall.billing.subscription;

import io.guildhall.platform.problem.Refusal;

/** A subscription is canceled once; one that has ended needs no canceling. */
public final class AlreadyCanceled extends Refusal {

    public AlreadyCanceled() {
        super(Kind.CONFLICT);
    }
}
