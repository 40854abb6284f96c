package io.guildhall.billing.order;

import static java.util.Objects.requireNonNullElse;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.offer.SoldOffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: an order and where it stands.
 *
 * @param place in the member's list: the position in the log at which it was placed
 * @param refundedMinor what was given back in parts; {@code null} where nothing was, or all at once
 */
@Document("kept_order")
@CompoundIndex(name = "mine", def = "{communityId: 1, memberId: 1, place: 1}")
@CompoundIndex(name = "of_community", def = "{communityId: 1, place: 1}")
public record KeptOrder(
        @Id String orderId,
        String communityId,
        String memberId,
        long place,
        OrderStatus status,
        OfferKind kind,
        String offerId,
        int offerVersion,
        String name,
        List<String> opens,
        long amountMinor,
        String currency,
        @Nullable Period period,
        @Nullable String subscriptionId,
        Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Long refundedMinor,
        @Nullable Instant refundedAt) {

    /** The terms at which it was placed. */
    public SoldOffer offer() {
        return new SoldOffer(offerId, offerVersion, kind, name, opens, amountMinor, currency, period);
    }

    /** What was given back of it, in minor units of its currency. */
    public long refundedSoFarMinor() {
        return status == OrderStatus.REFUNDED ? amountMinor : requireNonNullElse(refundedMinor, 0L);
    }
}
