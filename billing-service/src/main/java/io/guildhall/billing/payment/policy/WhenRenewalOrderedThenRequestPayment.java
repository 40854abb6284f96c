package io.guildhall.billing.payment.policy;

import io.guildhall.billing.order.OrderEvent.OrderPlaced;
import io.guildhall.billing.payment.PaymentCommand.RequestPayment;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A renewal is paid by the means that paid what the holder ordered last, with nobody before a page. */
@Policy(WhenRenewalOrderedThenRequestPayment.NAME)
class WhenRenewalOrderedThenRequestPayment {

    static final String NAME = "when-renewal-ordered-then-request-payment";

    private final Commands commands;
    private final PaymentProviders providers;

    WhenRenewalOrderedThenRequestPayment(Commands commands, PaymentProviders providers) {
        this.commands = commands;
        this.providers = providers;
    }

    @EventHandler
    void on(OrderPlaced placed, Fact fact) {
        if (placed.firstOrderId() == null) {
            return;
        }
        commands.send(
                new RequestPayment(
                        PaymentId.of(placed.orderId()),
                        placed.communityId(),
                        placed.orderId(),
                        placed.memberId(),
                        providers.current().name(),
                        placed.name(),
                        placed.amountMinor(),
                        placed.currency(),
                        true,
                        PaymentId.of(placed.firstOrderId()),
                        placed.expiresAt()),
                fact,
                NAME);
    }
}
