package io.guildhall.billing.payment.policy;

import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A webhook that never comes is asked for, and so is the charge of a renewal that never reached the provider. */
@Policy(WhenCheckDueThenAskProvider.NAME)
class WhenCheckDueThenAskProvider {

    static final String NAME = "when-check-due-then-ask-provider";

    private final Provider provider;
    private final ChargeWindow window;

    WhenCheckDueThenAskProvider(Provider provider, ChargeWindow window) {
        this.provider = provider;
        this.window = window;
    }

    @EventHandler
    void on(PaymentCheckDue due, Fact fact) {
        var checkout = new Checkout(
                due.paymentId(),
                due.orderId(),
                due.description(),
                due.amountMinor(),
                due.currency(),
                due.offSession(),
                due.method(),
                null);
        if (due.offSession() && window.isOpen(due.communityId(), due.orderId(), due.chargeUntil())) {
            provider.lookUpOrCharge(due.provider(), checkout, fact, NAME);
        } else {
            provider.lookUp(due.provider(), checkout, fact, NAME);
        }
    }
}
