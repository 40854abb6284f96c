package io.guildhall.billing.order.policy;

import io.guildhall.billing.order.OrderCommand.ExpireOrder;
import io.guildhall.billing.order.OrderEvent.OrderPlaced;
import io.guildhall.platform.due.DueDates;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** An order that nobody pays ends on its date. */
@Policy("when-order-placed-then-let-it-expire")
class WhenOrderPlacedThenLetItExpire {

    private static final String NOT_PAID = "not-paid";

    private final DueDates dates;

    WhenOrderPlacedThenLetItExpire(DueDates dates) {
        this.dates = dates;
    }

    @EventHandler
    void on(OrderPlaced placed) {
        dates.at(
                "expire/" + placed.orderId(),
                placed.expiresAt(),
                new ExpireOrder(placed.orderId(), NOT_PAID, placed.expiresAt()));
    }
}
