package io.guildhall.member.notice.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;

/** Its holder wants no further term. */
@Heard("billing.subscription.cancel-scheduled")
public record CancelScheduled(String communityId, String memberId, String offerId, Instant endsAt) {}
