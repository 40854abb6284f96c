package io.guildhall.billing.invoice;

import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link Invoice}; every fact may arrive again. */
@Projection(value = InvoiceProjection.NAME, keeps = Invoice.class)
class InvoiceProjection {

    static final String NAME = "issued-invoices";

    private final ReadModel<Invoice> invoices;

    InvoiceProjection(ReadModels models) {
        invoices = models.of(Invoice.class);
    }

    @EventHandler
    void on(InvoiceIssued issued, Fact fact) {
        invoices.save(
                issued.invoiceId(),
                new Invoice(
                        issued.invoiceId(),
                        issued.communityId(),
                        issued.number(),
                        issued.orderId(),
                        issued.memberId(),
                        issued.lines(),
                        issued.amountMinor(),
                        issued.currency(),
                        issued.recipientName(),
                        issued.recipientAddress(),
                        issued.issuedAt()),
                fact);
    }
}
