package io.guildhall.billing.order;

import io.guildhall.platform.problem.Refusal;

/** The money was given back before. */
public final class AlreadyRefunded extends Refusal {

    public AlreadyRefunded() {
        super(Kind.CONFLICT);
    }
}
