package io.guildhall.billing.order;

import io.guildhall.platform.problem.Refusal;

/** Only what was paid can be given back. */
public final class OrderNotPaid extends Refusal {

    public OrderNotPaid(String status) {
        super(Kind.CONFLICT, status);
    }
}
