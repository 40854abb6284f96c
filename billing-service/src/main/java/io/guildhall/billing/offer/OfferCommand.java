package io.guildhall.billing.offer;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything an owner may ask of an {@link Offer}; one of another community is answered like one that is not there. */
public sealed interface OfferCommand {

    String offerId();

    String communityId();

    /** Puts something up for sale, as version 1. */
    record PublishOffer(
            @TargetAggregateIdentifier String offerId,
            String communityId,
            OfferKind kind,
            @Nullable Period period,
            String name,
            long amountMinor,
            String currency,
            List<String> opens)
            implements OfferCommand {}

    /** Sells the same from now on under other terms, as the next version; refused with {@link OfferNotOnSale}. */
    record ReviseOffer(
            @TargetAggregateIdentifier String offerId,
            String communityId,
            String name,
            long amountMinor,
            String currency,
            List<String> opens)
            implements OfferCommand {}

    /** Sells it no longer; what was sold stays. Again is harmless. */
    record RetireOffer(@TargetAggregateIdentifier String offerId, String communityId) implements OfferCommand {}
}
