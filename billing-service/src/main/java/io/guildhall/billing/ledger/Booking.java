package io.guildhall.billing.ledger;

import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.billing.ledger.LedgerCommand.PostTransaction;
import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.platform.follow.Fact;
import java.time.Instant;

/** What an event means in money: an invoice makes a debt, a payment settles it, a refund takes the sale back. */
public final class Booking {

    private Booking() {}

    public static PostTransaction of(InvoiceIssued issued, Fact fact) {
        return PostTransaction.of(
                issued.communityId(),
                fact.eventId(),
                fact.name(),
                Account.RECEIVABLE,
                Account.ofSale(issued.lines().getFirst().kind()),
                issued.amountMinor(),
                issued.currency(),
                issued.issuedAt());
    }

    public static PostTransaction of(PaymentCaptured captured, Fact fact) {
        return PostTransaction.of(
                captured.communityId(),
                fact.eventId(),
                fact.name(),
                Account.GATEWAY_CLEARING,
                Account.RECEIVABLE,
                captured.amountMinor(),
                captured.currency(),
                captured.capturedAt());
    }

    public static PostTransaction of(OrderPartlyRefunded part, Fact fact) {
        return refund(part.communityId(), part.kind(), part.amountMinor(), part.currency(), part.refundedAt(), fact);
    }

    public static PostTransaction of(OrderRefunded all, Fact fact) {
        return refund(all.communityId(), all.kind(), all.amountMinor(), all.currency(), all.refundedAt(), fact);
    }

    private static PostTransaction refund(
            String communityId, OfferKind kind, long amountMinor, String currency, Instant refundedAt, Fact fact) {
        return PostTransaction.of(
                communityId,
                fact.eventId(),
                fact.name(),
                Account.ofSale(kind),
                Account.GATEWAY_CLEARING,
                amountMinor,
                currency,
                refundedAt);
    }
}
