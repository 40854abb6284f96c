package io.guildhall.billing.offer;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of an offer, as stored for ever. */
public sealed interface OfferEvent extends InCommunity {

    String offerId();

    /** @param version from 1; orders keep the one they were placed at */
    @EventName("billing.offer.published")
    record OfferPublished(
            String offerId,
            String communityId,
            int version,
            OfferKind kind,
            String name,
            long amountMinor,
            String currency,
            @Nullable Period period,
            List<String> opens)
            implements OfferEvent {}

    @EventName("billing.offer.retired")
    record OfferRetired(String offerId, String communityId) implements OfferEvent {}
}
