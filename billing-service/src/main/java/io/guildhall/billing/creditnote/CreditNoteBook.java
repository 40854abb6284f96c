package io.guildhall.billing.creditnote;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.creditnote.CreditNoteCommand.IssueCreditNote;
import io.guildhall.billing.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides the number of each credit note of a community: the next one. That a refund has one credit note follows from the
 * command's id, which is that of the refund.
 */
@Aggregate
@Snapshotted(name = "billing.credit-note-book", revision = 1)
class CreditNoteBook {

    @AggregateIdentifier
    private @Nullable String bookId;

    private long lastNumber;

    CreditNoteBook() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueCreditNote command) {
        apply(new CreditNoteIssued(
                command.creditNoteId(),
                command.communityId(),
                lastNumber + 1,
                command.invoiceId(),
                command.orderId(),
                command.memberId(),
                command.amountMinor(),
                command.currency(),
                command.issuedAt()));
    }

    @EventSourcingHandler
    void on(CreditNoteEvent event) {
        switch (event) {
            case CreditNoteIssued issued -> {
                bookId = CreditNoteId.book(issued.communityId());
                lastNumber = issued.number();
            }
        }
    }
}
