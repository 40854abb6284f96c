package io.guildhall.billing.payment.policy;

import io.guildhall.billing.payment.PaymentEvent.PaymentLeftInDoubt;
import io.guildhall.platform.follow.Policy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Money of which nobody knows whether it was taken calls for a human: an error in the log and a counter to alert on. */
@Policy("when-payment-left-in-doubt-then-alarm")
class WhenPaymentLeftInDoubtThenAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPaymentLeftInDoubtThenAlarm.class);

    private final Counter alarms;

    WhenPaymentLeftInDoubtThenAlarm(MeterRegistry meters) {
        alarms = meters.counter("guildhall.billing.in-doubt");
    }

    @EventHandler
    void on(PaymentLeftInDoubt left) {
        alarms.increment();
        LOG.error(
                "Payment {} of order {} over {} {} is in doubt, and {} is asked no more",
                left.paymentId(),
                left.orderId(),
                left.amountMinor(),
                left.currency(),
                left.provider());
    }
}
