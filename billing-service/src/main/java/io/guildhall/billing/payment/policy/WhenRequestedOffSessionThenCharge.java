package io.guildhall.billing.payment.policy;

import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A payment that waits for nobody is charged at once; the reference makes a second try find the first. */
@Policy(WhenRequestedOffSessionThenCharge.NAME)
class WhenRequestedOffSessionThenCharge {

    static final String NAME = "when-requested-off-session-then-charge";

    private final Provider provider;

    WhenRequestedOffSessionThenCharge(Provider provider) {
        this.provider = provider;
    }

    @EventHandler
    void on(PaymentRequested requested, Fact fact) {
        if (requested.offSession()) {
            var checkout = new Checkout(
                    requested.paymentId(),
                    requested.orderId(),
                    requested.description(),
                    requested.amountMinor(),
                    requested.currency(),
                    true,
                    requested.method());
            provider.charge(requested.provider(), checkout, fact, NAME);
        }
    }
}
