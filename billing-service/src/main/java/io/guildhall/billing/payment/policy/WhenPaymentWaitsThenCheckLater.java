package io.guildhall.billing.payment.policy;

import io.guildhall.billing.payment.PaymentCommand.CheckPayment;
import io.guildhall.billing.payment.PaymentCommand.EscalatePayment;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.platform.due.DueDates;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * Nothing heard of a payment is looked into, at growing distances from its beginning, until it is captured; what is in
 * doubt an hour after the last look is left to a human.
 */
@Policy("when-payment-waits-then-check-later")
class WhenPaymentWaitsThenCheckLater {

    /**
     * Soon while somebody waits; now and then until the order expires, which that of a renewal does after 24 hours, and for
     * days after it, since it may have charged.
     */
    static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(22),
            Duration.ofMinutes(23 * 60 + 45),
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(4),
            Duration.ofDays(5));

    private static final Duration LAST_ANSWER = Duration.ofHours(1);

    private final DueDates dates;

    WhenPaymentWaitsThenCheckLater(DueDates dates) {
        this.dates = dates;
    }

    @EventHandler
    void on(PaymentRequested requested, Fact fact) {
        check(requested.paymentId(), 0, fact.recordedAt(), Duration.ZERO);
    }

    @EventHandler
    void on(PaymentCheckDue due, Fact fact) {
        if (due.attempt() + 1 < AFTER.size()) {
            check(due.paymentId(), due.attempt() + 1, fact.validAt(), AFTER.get(due.attempt()));
        } else {
            dates.at(id(due.paymentId()), fact.validAt().plus(LAST_ANSWER), new EscalatePayment(due.paymentId()));
        }
    }

    @EventHandler
    void on(PaymentCaptured captured) {
        dates.cancel(id(captured.paymentId()));
    }

    /** @param passed from the beginning of the payment until {@code from} */
    private void check(String paymentId, int attempt, Instant from, Duration passed) {
        dates.at(id(paymentId), from.plus(AFTER.get(attempt)).minus(passed), new CheckPayment(paymentId, attempt));
    }

    private static String id(String paymentId) {
        return "check/" + paymentId;
    }
}
