package io.guildhall.billing.creditnote;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: a credit note as it was issued. */
@Document("credit_note")
@CompoundIndex(name = "mine", def = "{communityId: 1, memberId: 1, number: 1}")
public record CreditNote(
        @Id String creditNoteId,
        String communityId,
        long number,
        String invoiceId,
        String orderId,
        String memberId,
        long amountMinor,
        String currency,
        Instant issuedAt) {}
