package io.guildhall.billing.subscription.web;

import io.guildhall.billing.offer.Period;
import io.guildhall.billing.subscription.KeptSubscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription as its holder sees it. */
record SubscriptionView(
        String subscriptionId,
        String status,
        String offerId,
        int offerVersion,
        String name,
        List<String> opens,
        long amountMinor,
        String currency,
        Period period,
        Instant termStart,
        Instant termEnd,
        @Nullable Instant cancelAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    static SubscriptionView of(KeptSubscription held) {
        return new SubscriptionView(
                held.subscriptionId(),
                held.status(),
                held.offerId(),
                held.offerVersion(),
                held.name(),
                held.opens(),
                held.amountMinor(),
                held.currency(),
                held.period(),
                held.termStart(),
                held.termEnd(),
                held.cancelAt(),
                held.endedAt(),
                held.endReason());
    }
}
