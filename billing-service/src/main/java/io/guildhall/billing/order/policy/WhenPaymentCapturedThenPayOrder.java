package io.guildhall.billing.order.policy;

import io.guildhall.billing.order.OrderCommand.PayOrder;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Captured money pays its order, and nothing else does. */
@Policy(WhenPaymentCapturedThenPayOrder.NAME)
class WhenPaymentCapturedThenPayOrder {

    static final String NAME = "when-payment-captured-then-pay-order";

    private final Commands commands;

    WhenPaymentCapturedThenPayOrder(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(PaymentCaptured captured, Fact fact) {
        commands.send(new PayOrder(captured.orderId(), captured.capturedAt()), fact, NAME);
    }
}
