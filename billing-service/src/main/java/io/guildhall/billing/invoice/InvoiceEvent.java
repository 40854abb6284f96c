package io.guildhall.billing.invoice;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.privacy.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of invoices, as stored for ever. */
public sealed interface InvoiceEvent extends InCommunity {

    /** @param number from 1, without a gap within the community */
    @EventName("billing.invoice.issued")
    record InvoiceIssued(
            String invoiceId,
            String communityId,
            long number,
            String orderId,
            String memberId,
            List<InvoiceLine> lines,
            long amountMinor,
            String currency,

            @Personal(subject = "memberId", purpose = "invoice") @Nullable
            String recipientName,

            @Personal(subject = "memberId", purpose = "invoice") @Nullable
            String recipientAddress,

            Instant issuedAt)
            implements InvoiceEvent {}
}
