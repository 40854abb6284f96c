package io.guildhall.billing.payment.policy;

import io.guildhall.billing.order.Orders;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows how long an order may be charged with nobody before a page: nobody pays for what has ended meanwhile. */
@Component
class ChargeWindow {

    private final Orders orders;
    private final InstantSource clock;

    ChargeWindow(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Goes by the clock first: after an outage the charge may be read before the order's own end is.
     *
     * @param until when the order expires; absent in payments requested before that was kept
     */
    boolean isOpen(String communityId, String orderId, @Nullable Instant until) {
        return (until == null || clock.instant().isBefore(until)) && !orders.expired(communityId, orderId);
    }
}
