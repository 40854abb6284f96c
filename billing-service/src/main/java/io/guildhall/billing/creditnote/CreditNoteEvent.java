package io.guildhall.billing.creditnote;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import java.time.Instant;

/** The facts of credit notes, as stored for ever. */
public sealed interface CreditNoteEvent extends InCommunity {

    /**
     * Money of an invoice was given back.
     *
     * @param number from 1, without a gap within the community, apart from the numbers of invoices
     * @param amountMinor what was given back this time, in minor units of the currency
     */
    @EventName("billing.credit-note.issued")
    record CreditNoteIssued(
            String creditNoteId,
            String communityId,
            long number,
            String invoiceId,
            String orderId,
            String memberId,
            long amountMinor,
            String currency,
            Instant issuedAt)
            implements CreditNoteEvent {}
}
