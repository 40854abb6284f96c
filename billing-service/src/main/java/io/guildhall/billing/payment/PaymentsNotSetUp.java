package io.guildhall.billing.payment;

import io.guildhall.platform.problem.Refusal;

/** This installation has no payment provider. */
public final class PaymentsNotSetUp extends Refusal {

    public PaymentsNotSetUp() {
        super(Kind.CONFLICT);
    }
}
