package io.guildhall.member.notice.inbox;

import io.guildhall.platform.follow.Heard;

/** A part of the money of an order was given back; what it bought stays. */
@Heard("billing.order.partly-refunded")
public record MoneyPartlyRefunded(
        String orderId, String communityId, String memberId, long amountMinor, String currency) {}
