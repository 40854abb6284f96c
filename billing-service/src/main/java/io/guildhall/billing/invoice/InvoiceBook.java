package io.guildhall.billing.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.invoice.InvoiceCommand.IssueInvoice;
import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides the number of each invoice of a community: the next one. That an order has one invoice follows from the
 * command's id, which is that of the order's being paid.
 */
@Aggregate
@Snapshotted(name = "billing.invoice-book", revision = 1)
class InvoiceBook {

    @AggregateIdentifier
    private @Nullable String bookId;

    private long lastNumber;

    InvoiceBook() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueInvoice command) {
        apply(new InvoiceIssued(
                command.invoiceId(),
                command.communityId(),
                lastNumber + 1,
                command.orderId(),
                command.memberId(),
                command.lines(),
                command.lines().stream().mapToLong(InvoiceLine::amountMinor).reduce(0, Math::addExact),
                command.currency(),
                command.recipientName(),
                command.recipientAddress(),
                command.issuedAt()));
    }

    @EventSourcingHandler
    void on(InvoiceEvent event) {
        switch (event) {
            case InvoiceIssued issued -> {
                bookId = InvoiceId.book(issued.communityId());
                lastNumber = issued.number();
            }
        }
    }
}
