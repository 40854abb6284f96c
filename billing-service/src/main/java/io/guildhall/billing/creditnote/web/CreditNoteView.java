package io.guildhall.billing.creditnote.web;

import io.guildhall.billing.creditnote.CreditNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credit note as its recipient sees it.
 *
 * @param invoiceNumber of the invoice that it takes back; {@code null} while that is on its way
 */
record CreditNoteView(
        String creditNoteId,
        long number,
        String invoiceId,
        @Nullable Long invoiceNumber,
        String orderId,
        long amountMinor,
        String currency,
        Instant issuedAt) {

    static CreditNoteView of(CreditNote note, @Nullable Long invoiceNumber) {
        return new CreditNoteView(
                note.creditNoteId(),
                note.number(),
                note.invoiceId(),
                invoiceNumber,
                note.orderId(),
                note.amountMinor(),
                note.currency(),
                note.issuedAt());
    }
}
