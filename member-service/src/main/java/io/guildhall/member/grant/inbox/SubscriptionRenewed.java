package io.guildhall.member.grant.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;
import java.util.List;

/**
 * A further term is paid, be it before it begins.
 *
 * @param orderId the order that paid it
 */
@Heard("billing.subscription.renewed")
public record SubscriptionRenewed(
        String subscriptionId,
        String communityId,
        String memberId,
        List<String> opens,
        Instant termStart,
        Instant termEnd,
        String orderId) {}
