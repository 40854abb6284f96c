package io.guildhall.member.membership.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;

/** A further term is paid, be it before it begins. */
@Heard("billing.subscription.renewed")
public record TermRenewed(
        String subscriptionId, String communityId, String memberId, Instant termStart, Instant termEnd) {}
