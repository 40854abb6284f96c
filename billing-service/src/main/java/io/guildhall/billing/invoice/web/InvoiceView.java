package io.guildhall.billing.invoice.web;

import io.guildhall.billing.invoice.Invoice;
import io.guildhall.billing.invoice.InvoiceLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice as its recipient, and owners of the community, see it. */
record InvoiceView(
        String invoiceId,
        long number,
        String orderId,
        String memberId,
        List<InvoiceLine> lines,
        long amountMinor,
        String currency,
        @Nullable String recipientName,
        @Nullable String recipientAddress,
        Instant issuedAt) {

    static InvoiceView of(Invoice invoice) {
        return new InvoiceView(
                invoice.invoiceId(),
                invoice.number(),
                invoice.orderId(),
                invoice.memberId(),
                invoice.lines(),
                invoice.amountMinor(),
                invoice.currency(),
                invoice.recipientName(),
                invoice.recipientAddress(),
                invoice.issuedAt());
    }
}
