package io.guildhall.billing.order.web;

import io.guildhall.billing.order.KeptOrder;

/** An order as owners of the community see it. */
record MemberOrder(String memberId, OrderView order) {

    static MemberOrder of(KeptOrder order) {
        return new MemberOrder(order.memberId(), OrderView.of(order, null));
    }
}
