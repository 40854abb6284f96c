package io.guildhall.billing.creditnote;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that may be asked of a {@link CreditNoteBook}. */
public sealed interface CreditNoteCommand {

    /** Gives a refund its credit note, under the next number. */
    record IssueCreditNote(
            @TargetAggregateIdentifier String bookId,
            String creditNoteId,
            String communityId,
            String invoiceId,
            String orderId,
            String memberId,
            long amountMinor,
            String currency,
            Instant issuedAt)
            implements CreditNoteCommand {}
}
