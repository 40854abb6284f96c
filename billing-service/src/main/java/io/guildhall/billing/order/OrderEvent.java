package io.guildhall.billing.order;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an order, as stored for ever. A {@code subscriptionId} stands in orders that renew a subscription; amounts
 * are in minor units of the currency.
 */
public sealed interface OrderEvent extends InCommunity {

    String orderId();

    String memberId();

    /** @param firstOrderId of a renewal: the order whose means of payment are charged again */
    @EventName("billing.order.placed")
    record OrderPlaced(
            String orderId,
            String communityId,
            String memberId,
            OfferKind kind,
            String offerId,
            int offerVersion,
            String name,
            List<String> opens,
            long amountMinor,
            String currency,
            @Nullable Period period,
            @Nullable String subscriptionId,
            @Nullable String firstOrderId,
            Instant placedAt,
            Instant expiresAt)
            implements OrderEvent {}

    @EventName("billing.order.paid")
    record OrderPaid(
            String orderId,
            String communityId,
            String memberId,
            OfferKind kind,
            String offerId,
            int offerVersion,
            String name,
            List<String> opens,
            long amountMinor,
            String currency,
            @Nullable Period period,
            @Nullable String subscriptionId,
            Instant paidAt)
            implements OrderEvent {}

    /** @param reason {@code not-paid} in time, {@code payment-failed}, or {@code canceled} with its subscription */
    @EventName("billing.order.expired")
    record OrderExpired(
            String orderId,
            String communityId,
            String memberId,
            String offerId,
            @Nullable String subscriptionId,
            String reason,
            Instant expiredAt)
            implements OrderEvent {}

    /**
     * A part of the money was given back; what was bought stays.
     *
     * @param amountMinor what was given back this time, {@code refundedMinor} with all that was before
     */
    @EventName("billing.order.partly-refunded")
    record OrderPartlyRefunded(
            String orderId,
            String communityId,
            String memberId,
            OfferKind kind,
            String offerId,
            long amountMinor,
            long refundedMinor,
            String currency,
            @Nullable String subscriptionId,
            Instant refundedAt)
            implements OrderEvent {}

    /**
     * All of the money was given back, and what it bought with it.
     *
     * @param amountMinor what was given back this time: all, or what earlier refunds had left
     */
    @EventName("billing.order.refunded")
    record OrderRefunded(
            String orderId,
            String communityId,
            String memberId,
            OfferKind kind,
            String offerId,
            List<String> opens,
            long amountMinor,
            String currency,
            @Nullable String subscriptionId,
            Instant refundedAt)
            implements OrderEvent {}
}
