package io.guildhall.billing.subscription;

import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import java.time.Instant;
import java.util.List;

/**
 * What the holder ordered last: the terms, and by its order the means, at which the subscription renews.
 *
 * @param amountMinor in minor units of the currency
 */
record SoldTerms(int offerVersion, String name, List<String> opens, long amountMinor, String currency, String orderId) {

    static SoldTerms of(SubscriptionActivated it) {
        return new SoldTerms(it.offerVersion(), it.name(), it.opens(), it.amountMinor(), it.currency(), it.orderId());
    }

    static SoldTerms of(SubscriptionRenewed it) {
        return new SoldTerms(it.offerVersion(), it.name(), it.opens(), it.amountMinor(), it.currency(), it.orderId());
    }

    /** The term behind {@code termEnd} is to be ordered at these terms. */
    RenewalDue due(SubscriptionActivated of, Instant termEnd) {
        return new RenewalDue(
                of.subscriptionId(),
                of.communityId(),
                of.memberId(),
                of.offerId(),
                offerVersion,
                name,
                opens,
                amountMinor,
                currency,
                of.period(),
                termEnd,
                orderId);
    }
}
