package io.guildhall.billing.subscription;

import io.guildhall.billing.offer.Period;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The next term is paid, be it ahead: it begins where the one before ends.
     *
     * @param orderId the order that paid the term
     */
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

    /** The next term, which begins at {@code termEnd}, is to be ordered and charged now. */
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

    /**
     * Nobody paid the next term, or its holder wants none while it is ordered: it ends at {@code endsAt}, and not before,
     * unless what was not canceled is paid until then.
     *
     * @param reason {@code payment-failed} or {@code canceled}; absent in those recorded before it was kept
     */
    @EventName(value = "billing.subscription.renewal-failed", revision = 2)
    record RenewalFailed(
            String subscriptionId,
            String communityId,
            String memberId,
            String offerId,
            String orderId,
            Instant endsAt,
            @Nullable String reason)
            implements SubscriptionEvent {}

    /**
     * The money of {@code orderId} paid for a term that the member does not want: it is to be returned. It gives no term,
     * or takes back the one that it gave and that has not begun.
     *
     * @param termStart beginning of the term that is the newest again, where one is taken back
     * @param termEnd its end
     */
    @EventName(value = "billing.subscription.term-unwanted", revision = 2, visibility = Visibility.INTERNAL)
    record TermUnwanted(
            String subscriptionId,
            String communityId,
            String memberId,
            String offerId,
            String orderId,
            @Nullable Instant termStart,
            @Nullable Instant termEnd)
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
