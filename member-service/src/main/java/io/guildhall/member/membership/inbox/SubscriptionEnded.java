package io.guildhall.member.membership.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;

/** No further term follows, and the last has ended. */
@Heard("billing.subscription.ended")
public record SubscriptionEnded(String subscriptionId, String communityId, String memberId, Instant endedAt) {}
