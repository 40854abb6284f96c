package io.guildhall.member.grant.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;
import java.util.List;

/**
 * Something was bought for good; a plan is not, its subscription tells.
 *
 * @param opens resources in the words of grants
 */
@Heard("billing.order.paid")
public record OrderPaid(
        String orderId, String communityId, String memberId, String kind, List<String> opens, Instant paidAt) {

    public boolean lasts() {
        return !kind.equals("PLAN");
    }
}
