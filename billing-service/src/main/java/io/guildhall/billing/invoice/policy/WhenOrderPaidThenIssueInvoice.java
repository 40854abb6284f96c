package io.guildhall.billing.invoice.policy;

import io.guildhall.billing.invoice.InvoiceCommand.IssueInvoice;
import io.guildhall.billing.invoice.InvoiceId;
import io.guildhall.billing.invoice.InvoiceLine;
import io.guildhall.billing.invoice.Recipient;
import io.guildhall.billing.invoice.Recipients;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;

/** Each paid order, renewals among them, has one invoice. */
@Policy(WhenOrderPaidThenIssueInvoice.NAME)
class WhenOrderPaidThenIssueInvoice {

    static final String NAME = "when-order-paid-then-issue-invoice";

    private final Commands commands;
    private final Recipients recipients;

    WhenOrderPaidThenIssueInvoice(Commands commands, Recipients recipients) {
        this.commands = commands;
        this.recipients = recipients;
    }

    @EventHandler
    void on(OrderPaid paid, Fact fact) {
        Optional<Recipient> recipient = recipients.find(paid.communityId(), paid.memberId());
        var line = new InvoiceLine(paid.name(), paid.offerId(), paid.offerVersion(), paid.kind(), paid.amountMinor());
        commands.send(
                new IssueInvoice(
                        InvoiceId.book(paid.communityId()),
                        InvoiceId.of(paid.orderId()),
                        paid.communityId(),
                        paid.orderId(),
                        paid.memberId(),
                        List.of(line),
                        paid.currency(),
                        recipient.map(Recipient::name).orElse(null),
                        recipient.map(Recipient::address).orElse(null),
                        paid.paidAt()),
                fact,
                NAME);
    }
}
