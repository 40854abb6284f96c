package io.guildhall.billing.payment.web;

import io.guildhall.billing.payment.KeptPayment;
import io.guildhall.billing.payment.KeptPayment.ToldMoney;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that somebody must look at.
 *
 * @param questions {@code in-doubt}: the provider gave no answer; {@code asked-in-vain}: it is asked no more;
 *     {@code mismatched}: it told of other money, see {@code told}
 */
record PaymentInQuestion(
        String paymentId,
        String communityId,
        String orderId,
        String memberId,
        String provider,
        long amountMinor,
        String currency,
        List<String> questions,
        @Nullable Instant doubtedAt,
        @Nullable ToldMoney told) {

    static PaymentInQuestion of(KeptPayment payment) {
        return new PaymentInQuestion(
                payment.paymentId(),
                payment.communityId(),
                payment.orderId(),
                payment.memberId(),
                payment.provider(),
                payment.amountMinor(),
                payment.currency(),
                payment.questions(),
                payment.doubtedAt(),
                payment.told());
    }
}
