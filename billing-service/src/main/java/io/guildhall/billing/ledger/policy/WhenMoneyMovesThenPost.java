package io.guildhall.billing.ledger.policy;

import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.billing.ledger.Booking;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Whatever moves money is posted as its {@link Booking} says. */
@Policy(WhenMoneyMovesThenPost.NAME)
class WhenMoneyMovesThenPost {

    static final String NAME = "when-money-moves-then-post";

    private final Commands commands;

    WhenMoneyMovesThenPost(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(InvoiceIssued issued, Fact fact) {
        commands.send(Booking.of(issued, fact), fact, NAME);
    }

    @EventHandler
    void on(PaymentCaptured captured, Fact fact) {
        commands.send(Booking.of(captured, fact), fact, NAME);
    }

    @EventHandler
    void on(OrderPartlyRefunded part, Fact fact) {
        commands.send(Booking.of(part, fact), fact, NAME);
    }

    @EventHandler
    void on(OrderRefunded all, Fact fact) {
        commands.send(Booking.of(all, fact), fact, NAME);
    }
}
