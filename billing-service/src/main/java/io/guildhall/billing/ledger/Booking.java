package io.guildhall.billing.ledger;

import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.billing.ledger.LedgerCommand.PostTransaction;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.platform.follow.Fact;

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

    public static PostTransaction of(OrderRefunded refunded, Fact fact) {
        return PostTransaction.of(
                refunded.communityId(),
                fact.eventId(),
                fact.name(),
                Account.ofSale(refunded.kind()),
                Account.GATEWAY_CLEARING,
                refunded.amountMinor(),
                refunded.currency(),
                refunded.refundedAt());
    }
}
