package io.guildhall.billing.payment.policy;

import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * A payment that waits for nobody is charged at once; the reference makes a second try find the first. A charge that comes
 * too late for its order, behind an outage, is only looked up.
 */
@Policy(WhenRequestedOffSessionThenCharge.NAME)
class WhenRequestedOffSessionThenCharge {

    static final String NAME = "when-requested-off-session-then-charge";

    private final Provider provider;
    private final ChargeWindow window;

    WhenRequestedOffSessionThenCharge(Provider provider, ChargeWindow window) {
        this.provider = provider;
        this.window = window;
    }

    @EventHandler
    void on(PaymentRequested requested, Fact fact) {
        if (!requested.offSession()) {
            return;
        }
        var checkout = new Checkout(
                requested.paymentId(),
                requested.orderId(),
                requested.description(),
                requested.amountMinor(),
                requested.currency(),
                true,
                requested.method(),
                null);
        if (window.isOpen(requested.communityId(), requested.orderId(), requested.chargeUntil())) {
            provider.charge(requested.provider(), checkout, fact, NAME);
        } else {
            provider.lookUp(requested.provider(), checkout, fact, NAME);
        }
    }
}
