package io.guildhall.billing.invoice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: an invoice as it was issued; a rebuild shows {@code ‹erased›} in the place of an erased person's name. */
@Document("invoice")
@CompoundIndex(name = "mine", def = "{communityId: 1, memberId: 1, number: 1}")
public record Invoice(
        @Id String invoiceId,
        String communityId,
        long number,
        String orderId,
        String memberId,
        List<InvoiceLine> lines,
        long amountMinor,
        String currency,
        @Nullable String recipientName,
        @Nullable String recipientAddress,
        Instant issuedAt) {}
