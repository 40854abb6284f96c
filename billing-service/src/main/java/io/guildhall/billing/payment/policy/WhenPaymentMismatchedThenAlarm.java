package io.guildhall.billing.payment.policy;

import io.guildhall.billing.payment.PaymentEvent.PaymentMismatched;
import io.guildhall.platform.follow.Policy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Money that is not what was asked for calls for a human: an error in the log and a counter to alert on. */
@Policy("when-payment-mismatched-then-alarm")
class WhenPaymentMismatchedThenAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPaymentMismatchedThenAlarm.class);

    private final Counter alarms;

    WhenPaymentMismatchedThenAlarm(MeterRegistry meters) {
        alarms = meters.counter("guildhall.billing.mismatched");
    }

    @EventHandler
    void on(PaymentMismatched mismatched) {
        alarms.increment();
        LOG.error(
                "Payment {} of order {} asked for {} {}, the provider tells of {} {} for order {}",
                mismatched.paymentId(),
                mismatched.orderId(),
                mismatched.amountMinor(),
                mismatched.currency(),
                mismatched.reportedAmountMinor(),
                mismatched.reportedCurrency(),
                mismatched.reportedOrderId());
    }
}
