package io.guildhall.billing.subscription;

import io.guildhall.billing.offer.Period;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;
import java.time.Instant;
import java.util.List;

/** The facts of subscriptions, as stored for ever. A term runs from its start until just before its end. */
public sealed interface SubscriptionEvent extends InCommunity {

    String subscriptionId();

    String memberId();

    String offerId();

    /** @param orderId the order that paid the term */
    @EventName("billing.subscription.activated")
    record SubscriptionActivated(
            String subscriptionId,
            String communityId,
            String memberId,
            String offerId,
            int offerVersion,
            String name,
            List<String> opens,
            long amountMinor,
            String currency,
            Period period,
            Instant termStart,
            Instant termEnd,
            String orderId)
            implements SubscriptionEvent {}

    /** @param orderId the order that paid the term */
    @EventName("billing.subscription.renewed")
    record SubscriptionRenewed(
            String subscriptionId,
            String communityId,
            String memberId,
            String offerId,
            int offerVersion,
            String name,
            List<String> opens,
            long amountMinor,
            String currency,
            Period period,
            Instant termStart,
            Instant termEnd,
            String orderId)
            implements SubscriptionEvent {}

    /** The next term is to be paid now. */
    @EventName(value = "billing.subscription.renewal-due", visibility = Visibility.INTERNAL)
    record RenewalDue(
            String subscriptionId,
            String communityId,
            String memberId,
            String offerId,
            int offerVersion,
            String name,
            List<String> opens,
            long amountMinor,
            String currency,
            Period period,
            Instant termEnd,
            String firstOrderId)
            implements SubscriptionEvent {}

    /** The money of {@code orderId} came for a term that the member had canceled: it gives none, and is to be returned. */
    @EventName(value = "billing.subscription.term-unwanted", visibility = Visibility.INTERNAL)
    record TermUnwanted(String subscriptionId, String communityId, String memberId, String offerId, String orderId)
            implements SubscriptionEvent {}

    @EventName("billing.subscription.cancel-scheduled")
    record CancelScheduled(String subscriptionId, String communityId, String memberId, String offerId, Instant endsAt)
            implements SubscriptionEvent {}

    /** @param reason {@code canceled} or {@code payment-failed} */
    @EventName("billing.subscription.ended")
    record SubscriptionEnded(
            String subscriptionId, String communityId, String memberId, String offerId, Instant endedAt, String reason)
            implements SubscriptionEvent {}
}
