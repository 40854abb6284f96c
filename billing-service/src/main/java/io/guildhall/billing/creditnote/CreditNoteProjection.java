package io.guildhall.billing.creditnote;

import io.guildhall.billing.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link CreditNote}; every fact may arrive again. */
@Projection(value = CreditNoteProjection.NAME, keeps = CreditNote.class)
class CreditNoteProjection {

    static final String NAME = "issued-credit-notes";

    private final ReadModel<CreditNote> notes;

    CreditNoteProjection(ReadModels models) {
        notes = models.of(CreditNote.class);
    }

    @EventHandler
    void on(CreditNoteIssued issued, Fact fact) {
        notes.save(
                issued.creditNoteId(),
                new CreditNote(
                        issued.creditNoteId(),
                        issued.communityId(),
                        issued.number(),
                        issued.invoiceId(),
                        issued.orderId(),
                        issued.memberId(),
                        issued.amountMinor(),
                        issued.currency(),
                        issued.issuedAt()),
                fact);
    }
}
