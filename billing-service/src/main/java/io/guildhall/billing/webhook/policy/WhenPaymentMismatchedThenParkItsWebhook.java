package io.guildhall.billing.webhook.policy;

import io.guildhall.billing.payment.PaymentEvent.PaymentMismatched;
import io.guildhall.billing.webhook.ReceivedWebhooks;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Keeps the webhook that told of other money where an operator finds it. */
@Policy("when-payment-mismatched-then-park-its-webhook")
class WhenPaymentMismatchedThenParkItsWebhook {

    private final ReceivedWebhooks received;

    WhenPaymentMismatchedThenParkItsWebhook(ReceivedWebhooks received) {
        this.received = received;
    }

    @EventHandler
    void on(PaymentMismatched mismatched) {
        received.parkMismatched(
                mismatched.paymentId(),
                mismatched.reportedOrderId(),
                mismatched.reportedAmountMinor(),
                mismatched.reportedCurrency());
    }
}
