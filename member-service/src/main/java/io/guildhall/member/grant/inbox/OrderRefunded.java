package io.guildhall.member.grant.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;
import java.util.List;

/** What an order had opened is given back. */
@Heard("billing.order.refunded")
public record OrderRefunded(
        String orderId, String communityId, String memberId, List<String> opens, Instant refundedAt) {}
