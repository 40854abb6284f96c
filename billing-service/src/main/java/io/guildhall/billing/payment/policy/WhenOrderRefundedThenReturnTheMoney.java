package io.guildhall.billing.payment.policy;

import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * The provider gives the money back; asked twice it gives it once. Where it does not answer, the event waits with the
 * dead letters until an operator tries again.
 */
@Policy("when-order-refunded-then-return-the-money")
class WhenOrderRefundedThenReturnTheMoney {

    private final PaymentProviders providers;

    WhenOrderRefundedThenReturnTheMoney(PaymentProviders providers) {
        this.providers = providers;
    }

    @EventHandler
    void on(OrderRefunded refunded) {
        providers.current().refund(PaymentId.of(refunded.orderId()));
    }
}
