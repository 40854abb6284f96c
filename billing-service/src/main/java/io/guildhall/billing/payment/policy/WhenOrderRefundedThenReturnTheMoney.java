package io.guildhall.billing.payment.policy;

import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.EventHandler;

/**
 * The provider gives the money back, a part or all; asked twice, under an id made of the event's, it gives it once. Where it does not answer, the event waits with the
 * dead letters until an operator tries again.
 */
@Policy("when-order-refunded-then-return-the-money")
class WhenOrderRefundedThenReturnTheMoney {

    private final PaymentProviders providers;

    WhenOrderRefundedThenReturnTheMoney(PaymentProviders providers) {
        this.providers = providers;
    }

    @EventHandler
    void on(OrderPartlyRefunded part, Fact fact) {
        giveBack(part.orderId(), part.amountMinor(), fact);
    }

    @EventHandler
    void on(OrderRefunded all, Fact fact) {
        giveBack(all.orderId(), all.amountMinor(), fact);
    }

    private void giveBack(String orderId, long amountMinor, Fact fact) {
        String refundId = Ids.derived("ref", fact.eventId().getBytes(StandardCharsets.UTF_8));
        providers.current().refund(PaymentId.of(orderId), refundId, amountMinor);
    }
}
