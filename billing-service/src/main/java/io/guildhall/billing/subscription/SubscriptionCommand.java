package io.guildhall.billing.subscription;

import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.platform.event.CommandName;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of a {@link Subscription}. */
public sealed interface SubscriptionCommand {

    String holderId();

    /**
     * A term was paid: begins a subscription, or makes the running one a term longer; neither once it was canceled.
     *
     * @param renews the subscription whose renewal was paid; {@code null} where a member ordered the plan
     */
    record GiveTerm(
            @TargetAggregateIdentifier String holderId,
            String communityId,
            String memberId,
            SoldOffer offer,
            @Nullable String renews,
            String orderId,
            Instant paidAt)
            implements SubscriptionCommand {}

    /** The next term is to be ordered, see {@link RenewalDate}; harmless when it was, is not wanted, or has ended. */
    @CommandName("billing.subscription.reach-renewal-date")
    record ReachRenewalDate(@TargetAggregateIdentifier String holderId, String subscriptionId, Instant termEnd)
            implements SubscriptionCommand {}

    /** The term is over; harmless when it was renewed or ended meanwhile. Orders the next where nobody did ahead. */
    @CommandName("billing.subscription.reach-term-end")
    record ReachTermEnd(@TargetAggregateIdentifier String holderId, String subscriptionId, Instant termEnd)
            implements SubscriptionCommand {}

    /**
     * Nobody paid the next term; harmless when it was ended or paid meanwhile.
     *
     * @param orderId of the renewal that failed: heard late, it says nothing of a later one
     */
    record FailRenewal(@TargetAggregateIdentifier String holderId, String subscriptionId, String orderId)
            implements SubscriptionCommand {}

    /**
     * Wants no next term, be it charged already; refused with {@link AlreadyCanceled}.
     *
     * @param canceledAt a renewed term that begins after it is given back
     */
    record CancelSubscription(@TargetAggregateIdentifier String holderId, String subscriptionId, Instant canceledAt)
            implements SubscriptionCommand {}
}
