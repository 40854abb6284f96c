package io.guildhall.billing.invoice;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of an {@link InvoiceBook}. */
public sealed interface InvoiceCommand {

    /** Gives an order its invoice, under the next number; the amounts of the lines make the total. */
    record IssueInvoice(
            @TargetAggregateIdentifier String bookId,
            String invoiceId,
            String communityId,
            String orderId,
            String memberId,
            List<InvoiceLine> lines,
            String currency,
            @Nullable String recipientName,
            @Nullable String recipientAddress,
            Instant issuedAt)
            implements InvoiceCommand {}
}
