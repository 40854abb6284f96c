package io.guildhall.billing.order.web;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.order.KeptOrder;
import io.guildhall.billing.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param checkoutUrl the provider's page, while the order waits for its money; told to its buyer alone
 */
record OrderView(
        String orderId,
        String status,
        OfferKind kind,
        String offerId,
        int offerVersion,
        String name,
        List<String> opens,
        long amountMinor,
        String currency,
        @Nullable String subscriptionId,
        Instant placedAt,
        @Nullable Instant paidAt,
        long refundedMinor,
        @Nullable Instant refundedAt,
        @Nullable String checkoutUrl) {

    static OrderView of(KeptOrder order, @Nullable String checkoutUrl) {
        return new OrderView(
                order.orderId(),
                order.status().text(),
                order.kind(),
                order.offerId(),
                order.offerVersion(),
                order.name(),
                order.opens(),
                order.amountMinor(),
                order.currency(),
                order.subscriptionId(),
                order.placedAt(),
                order.paidAt(),
                order.refundedSoFarMinor(),
                order.refundedAt(),
                order.status() == OrderStatus.PLACED ? checkoutUrl : null);
    }
}
