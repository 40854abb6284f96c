package io.guildhall.billing.order.policy;

import io.guildhall.billing.order.OrderCommand.ExpireOrder;
import io.guildhall.billing.payment.PaymentEvent.PaymentFailed;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Nobody stands before the page of a renewal to try another way: its order ends with its payment. */
@Policy(WhenRenewalFailedThenExpireItsOrder.NAME)
class WhenRenewalFailedThenExpireItsOrder {

    static final String NAME = "when-renewal-failed-then-expire-its-order";

    private final Commands commands;

    WhenRenewalFailedThenExpireItsOrder(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(PaymentFailed failed, Fact fact) {
        if (failed.offSession()) {
            commands.send(new ExpireOrder(failed.orderId(), "payment-failed", failed.failedAt()), fact, NAME);
        }
    }
}
