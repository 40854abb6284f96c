package io.guildhall.member.notice.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;

/** No further term follows, and the last has ended. */
@Heard("billing.subscription.ended")
public record SubscriptionOver(String communityId, String memberId, String offerId, Instant endedAt) {}
