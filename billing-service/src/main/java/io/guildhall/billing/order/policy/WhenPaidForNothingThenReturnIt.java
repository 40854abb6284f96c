package io.guildhall.billing.order.policy;

import io.guildhall.billing.order.OrderCommand.ReturnPayment;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseRepeated;
import io.guildhall.billing.subscription.SubscriptionEvent.TermUnwanted;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Nobody keeps the money of a course that was bought already, or of a term that is not wanted. */
@Policy(WhenPaidForNothingThenReturnIt.NAME)
class WhenPaidForNothingThenReturnIt {

    static final String NAME = "when-paid-for-nothing-then-return-it";

    private final Commands commands;

    WhenPaidForNothingThenReturnIt(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(PurchaseRepeated repeated, Fact fact) {
        commands.send(new ReturnPayment(repeated.orderId(), fact.recordedAt()), fact, NAME);
    }

    @EventHandler
    void on(TermUnwanted unwanted, Fact fact) {
        commands.send(new ReturnPayment(unwanted.orderId(), fact.recordedAt()), fact, NAME);
    }
}
