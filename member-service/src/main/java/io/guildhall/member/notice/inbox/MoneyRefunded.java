package io.guildhall.member.notice.inbox;

import io.guildhall.platform.follow.Heard;

/** All that was left of the money of an order was given back. */
@Heard("billing.order.refunded")
public record MoneyRefunded(String orderId, String communityId, String memberId, long amountMinor, String currency) {}
