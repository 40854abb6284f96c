package io.guildhall.billing.order;

import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.platform.event.CommandName;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of an {@link Order}. */
public sealed interface OrderCommand {

    String orderId();

    /**
     * Orders an offer at its terms of this moment.
     *
     * @param renewal what it renews; {@code null} for what a member orders
     */
    record PlaceOrder(
            @TargetAggregateIdentifier String orderId,
            String communityId,
            String memberId,
            SoldOffer offer,
            @Nullable Renewal renewal,
            Instant placedAt,
            Instant expiresAt)
            implements OrderCommand {}

    /** The money is there. Also pays an order that has expired meanwhile, since the money was taken; again is harmless. */
    record PayOrder(@TargetAggregateIdentifier String orderId, Instant paidAt) implements OrderCommand {}

    /** Gives up waiting for the money; harmless once it is there. */
    @CommandName("billing.order.expire")
    record ExpireOrder(@TargetAggregateIdentifier String orderId, String reason, Instant expiredAt)
            implements OrderCommand {}

    /**
     * Gives money back; refused with {@link OrderNotPaid}, {@link AlreadyRefunded} or {@link RefundExceedsPayment}.
     *
     * @param amountMinor more than 0; all that is left where {@code null}
     */
    record RefundOrder(
            @TargetAggregateIdentifier String orderId,
            String communityId,
            @Nullable Long amountMinor,
            Instant refundedAt)
            implements OrderCommand {
        public RefundOrder {
            if (amountMinor != null && amountMinor <= 0) {
                throw new IllegalArgumentException("a refund of " + amountMinor);
            }
        }
    }

    /** Gives all money back that bought nothing; harmless unless the order is paid. */
    record ReturnPayment(@TargetAggregateIdentifier String orderId, Instant returnedAt) implements OrderCommand {}
}
