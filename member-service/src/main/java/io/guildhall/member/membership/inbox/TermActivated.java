package io.guildhall.member.membership.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;

/** A first term runs. */
@Heard("billing.subscription.activated")
public record TermActivated(
        String subscriptionId, String communityId, String memberId, Instant termStart, Instant termEnd) {}
