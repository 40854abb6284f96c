package io.guildhall.billing.ledger;

import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.billing.ledger.LedgerCommand.PostTransaction;
import io.guildhall.billing.ledger.LedgerEvent.LedgerPosted;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Keeps {@link LedgerEntry}, from what moves money as well as from what was posted, so that one without the other shows.
 * Every fact may arrive again, since nothing is added up here.
 */
@Projection(value = LedgerEntryProjection.NAME, keeps = LedgerEntry.class)
class LedgerEntryProjection {

    static final String NAME = "ledger-transactions";

    private final ReadModel<LedgerEntry> entries;

    LedgerEntryProjection(ReadModels models) {
        entries = models.of(LedgerEntry.class);
    }

    @EventHandler
    void on(InvoiceIssued issued, Fact fact) {
        due(Booking.of(issued, fact), issued.invoiceId(), fact);
    }

    @EventHandler
    void on(PaymentCaptured captured, Fact fact) {
        due(Booking.of(captured, fact), captured.paymentId(), fact);
    }

    @EventHandler
    void on(OrderPartlyRefunded part, Fact fact) {
        due(Booking.of(part, fact), part.orderId(), fact);
    }

    @EventHandler
    void on(OrderRefunded all, Fact fact) {
        due(Booking.of(all, fact), all.orderId(), fact);
    }

    @EventHandler
    void on(LedgerPosted posted, Fact fact) {
        Update update =
                update(posted.communityId(), posted.causeId(), posted.cause(), posted.currency(), posted.postedAt());
        entries.upsert(posted.transactionId(), update.set("posted", posted.postings()), fact);
    }

    private void due(PostTransaction due, String subjectId, Fact fact) {
        Update update = update(due.communityId(), due.causeId(), due.cause(), due.currency(), due.postedAt());
        entries.upsert(due.transactionId(), update.set("due", due.postings()).set("subjectId", subjectId), fact);
    }

    private static Update update(String communityId, String causeId, String cause, String currency, Instant at) {
        return new Update()
                .set("communityId", communityId)
                .set("causeId", causeId)
                .set("cause", cause)
                .set("currency", currency)
                .set("at", at);
    }
}
