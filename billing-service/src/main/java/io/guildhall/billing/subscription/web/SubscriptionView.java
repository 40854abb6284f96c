package io.guildhall.billing.subscription.web;

import io.guildhall.billing.offer.Period;
import io.guildhall.billing.subscription.KeptSubscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its holder sees it.
 *
 * @param status {@code active}, {@code renewal-waits}, {@code renewal-failed}, {@code cancel-scheduled} or {@code ended}
 * @param termStart of the newest paid term, which may be yet to begin where the one before runs
 * @param endsIfCanceled when it ends if it is canceled now: before {@code termEnd} where the newest term is given back then;
 *     absent where it cannot be canceled
 */
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
        @Nullable Instant endsIfCanceled,
        @Nullable Instant cancelAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    static SubscriptionView of(KeptSubscription held, Instant now) {
        boolean cancelable = held.running() && held.cancelAt() == null;
        return new SubscriptionView(
                held.subscriptionId(),
                held.renewalWaits(now) ? "renewal-waits" : held.status(),
                held.offerId(),
                held.offerVersion(),
                held.name(),
                held.opens(),
                held.amountMinor(),
                held.currency(),
                held.period(),
                held.termStart(),
                held.termEnd(),
                cancelable ? held.endsIfCanceled(now) : null,
                held.cancelAt(),
                held.endedAt(),
                held.endReason());
    }
}
