package io.guildhall.billing.subscription;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Ids of subscriptions and their renewals, all derived, so that beginning twice is beginning once. */
public final class SubscriptionId {

    private SubscriptionId() {}

    /** Of the subscription that this order began. */
    public static String of(String orderId) {
        return Ids.derived("sub", orderId.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the order that renews it for the term behind this end, and for no other. */
    public static String renewalOrder(String subscriptionId, Instant termEnd) {
        String whole = subscriptionId + "/" + termEnd.toEpochMilli();
        return Ids.derived("ord", whole.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the stream of all that a member ever held of an offer, so that no two of them run at a time. */
    public static String holder(String communityId, String memberId, String offerId) {
        String whole = communityId + "/" + memberId + "/" + offerId;
        return Ids.derived("hld", whole.getBytes(StandardCharsets.UTF_8));
    }
}
