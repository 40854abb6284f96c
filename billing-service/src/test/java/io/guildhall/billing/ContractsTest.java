package io.guildhall.billing;

import io.guildhall.billing.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.billing.invoice.InvoiceLine;
import io.guildhall.billing.ledger.Account;
import io.guildhall.billing.ledger.LedgerEvent.LedgerPosted;
import io.guildhall.billing.ledger.Posting;
import io.guildhall.billing.offer.OfferEvent.OfferPublished;
import io.guildhall.billing.offer.OfferEvent.OfferRetired;
import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.order.OrderEvent.OrderExpired;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderPlaced;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentEvent.DoubtCleared;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.billing.payment.PaymentEvent.PaymentFailed;
import io.guildhall.billing.payment.PaymentEvent.PaymentLeftInDoubt;
import io.guildhall.billing.payment.PaymentEvent.PaymentMismatched;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.billing.payment.PaymentEvent.PaymentUnknown;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseKept;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseRepeated;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseReturned;
import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalFailed;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionEvent.TermUnwanted;
import io.guildhall.platform.testing.contract.Contracts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    private static final String OFFER = "off_0198c0de000070008000000000000001";
    private static final String GUILD = "com_0198c0de000070008000000000000002";
    private static final String ADA = "mem_0198c0de000070008000000000000003";
    private static final String ORDER = "ord_0198c0de000070008000000000000004";
    private static final String FIRST = "ord_0198c0de000070008000000000000005";
    private static final String PAYMENT = "pay_0198c0de000080008000000000000006";
    private static final String EARLIER = "pay_0198c0de000080008000000000000007";
    private static final String HELD = "sub_0198c0de000080008000000000000008";
    private static final String INVOICE = "inv_0198c0de000080008000000000000009";
    private static final String POSTED = "txn_0198c0de00008000800000000000000a";
    private static final String CREDIT_NOTE = "crn_0198c0de00008000800000000000000d";
    private static final String PURCHASE = "pur_0198c0de00008000800000000000000c";
    private static final List<String> OPENS = List.of("course:*", "channel:chn_0198c0de00007000800000000000000b");
    private static final Instant MARCH = Instant.parse("2026-03-31T10:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-30T10:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-31T10:00:00Z");

    @TestFactory
    Stream<DynamicTest> keepsItsContracts() {
        return Contracts.of("io.guildhall.billing")
                .with(
                        new OfferPublished(OFFER, GUILD, 2, OfferKind.PLAN, "Member", 2900, "CNY", Period.MONTH, OPENS),
                        new OfferRetired(OFFER, GUILD),
                        new OrderPlaced(
                                ORDER,
                                GUILD,
                                ADA,
                                OfferKind.PLAN,
                                OFFER,
                                2,
                                "Member",
                                OPENS,
                                2900,
                                "CNY",
                                Period.MONTH,
                                HELD,
                                FIRST,
                                MARCH,
                                APRIL),
                        new OrderPaid(
                                ORDER,
                                GUILD,
                                ADA,
                                OfferKind.PLAN,
                                OFFER,
                                2,
                                "Member",
                                OPENS,
                                2900,
                                "CNY",
                                Period.MONTH,
                                HELD,
                                MARCH),
                        new OrderExpired(ORDER, GUILD, ADA, OFFER, HELD, "payment-failed", APRIL),
                        new OrderPartlyRefunded(
                                ORDER, GUILD, ADA, OfferKind.PLAN, OFFER, 900, 1400, "CNY", HELD, APRIL),
                        new OrderRefunded(ORDER, GUILD, ADA, OfferKind.PLAN, OFFER, OPENS, 2900, "CNY", HELD, APRIL))
                .with(
                        new PaymentRequested(
                                PAYMENT, GUILD, ORDER, ADA, "sandbox", "Member", 2900, "CNY", true, EARLIER, APRIL),
                        new PaymentCheckDue(
                                PAYMENT, GUILD, ORDER, "sandbox", "Member", 2900, "CNY", true, EARLIER, 1, APRIL),
                        new PaymentCaptured(PAYMENT, GUILD, ORDER, ADA, 2900, "CNY", MARCH),
                        new PaymentFailed(PAYMENT, GUILD, ORDER, ADA, 2900, "CNY", true, MARCH),
                        new PaymentUnknown(PAYMENT, GUILD, ORDER),
                        new DoubtCleared(PAYMENT, GUILD, ORDER),
                        new PaymentLeftInDoubt(PAYMENT, GUILD, ORDER, ADA, "sandbox", 2900, "CNY"),
                        new PaymentMismatched(PAYMENT, GUILD, ORDER, ADA, 2900, "CNY", FIRST, 1, "USD", MARCH))
                .with(
                        new SubscriptionActivated(
                                HELD,
                                GUILD,
                                ADA,
                                OFFER,
                                2,
                                "Member",
                                OPENS,
                                2900,
                                "CNY",
                                Period.MONTH,
                                MARCH,
                                APRIL,
                                FIRST),
                        new SubscriptionRenewed(
                                HELD,
                                GUILD,
                                ADA,
                                OFFER,
                                2,
                                "Member",
                                OPENS,
                                2900,
                                "CNY",
                                Period.MONTH,
                                APRIL,
                                MAY,
                                ORDER),
                        new RenewalDue(
                                HELD, GUILD, ADA, OFFER, 2, "Member", OPENS, 2900, "CNY", Period.MONTH, APRIL, FIRST),
                        new RenewalFailed(HELD, GUILD, ADA, OFFER, ORDER, APRIL, "payment-failed"),
                        new TermUnwanted(HELD, GUILD, ADA, OFFER, ORDER, MARCH, APRIL),
                        new CancelScheduled(HELD, GUILD, ADA, OFFER, MAY),
                        new SubscriptionEnded(HELD, GUILD, ADA, OFFER, MAY, "canceled"))
                .with(
                        new PurchaseKept(PURCHASE, GUILD, ADA, OFFER, FIRST),
                        new PurchaseRepeated(PURCHASE, GUILD, ADA, OFFER, ORDER),
                        new PurchaseReturned(PURCHASE, GUILD, FIRST))
                .with(
                        new InvoiceIssued(
                                INVOICE,
                                GUILD,
                                7,
                                ORDER,
                                ADA,
                                List.of(new InvoiceLine("Member", OFFER, 2, OfferKind.PLAN, 2900)),
                                2900,
                                "CNY",
                                "Ada Byron",
                                "12 St James's Square, London",
                                MARCH),
                        new CreditNoteIssued(CREDIT_NOTE, GUILD, 3, INVOICE, ORDER, ADA, 900, "CNY", APRIL),
                        new LedgerPosted(
                                POSTED,
                                GUILD,
                                "event-1",
                                "billing.payment.captured",
                                "CNY",
                                List.of(
                                        new Posting(Account.GATEWAY_CLEARING, 2900),
                                        new Posting(Account.RECEIVABLE, -2900)),
                                MARCH))
                .tests();
    }
}
