package io.guildhall.billing.ledger.policy;

import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.billing.invoice.InvoiceLine;
import io.guildhall.billing.ledger.Account;
import io.guildhall.billing.ledger.LedgerCommand.PostTransaction;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** An invoice makes a debt, a payment settles it, a refund takes the sale back. */
@Policy(WhenMoneyMovesThenPost.NAME)
class WhenMoneyMovesThenPost {

    static final String NAME = "when-money-moves-then-post";

    private final Commands commands;

    WhenMoneyMovesThenPost(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(InvoiceIssued issued, Fact fact) {
        InvoiceLine line = issued.lines().getFirst();
        commands.send(
                PostTransaction.of(
                        issued.communityId(),
                        fact.eventId(),
                        fact.name(),
                        Account.RECEIVABLE,
                        Account.ofSale(line.kind()),
                        issued.amountMinor(),
                        issued.currency(),
                        issued.issuedAt()),
                fact,
                NAME);
    }

    @EventHandler
    void on(PaymentCaptured captured, Fact fact) {
        commands.send(
                PostTransaction.of(
                        captured.communityId(),
                        fact.eventId(),
                        fact.name(),
                        Account.GATEWAY_CLEARING,
                        Account.RECEIVABLE,
                        captured.amountMinor(),
                        captured.currency(),
                        captured.capturedAt()),
                fact,
                NAME);
    }

    @EventHandler
    void on(OrderRefunded refunded, Fact fact) {
        commands.send(
                PostTransaction.of(
                        refunded.communityId(),
                        fact.eventId(),
                        fact.name(),
                        Account.ofSale(refunded.kind()),
                        Account.GATEWAY_CLEARING,
                        refunded.amountMinor(),
                        refunded.currency(),
                        refunded.refundedAt()),
                fact,
                NAME);
    }
}
