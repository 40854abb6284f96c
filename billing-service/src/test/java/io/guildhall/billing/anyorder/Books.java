package io.guildhall.billing.anyorder;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.creditnote.CreditNote;
import io.guildhall.billing.invoice.Invoice;
import io.guildhall.billing.ledger.Account;
import io.guildhall.billing.ledger.Audit;
import io.guildhall.billing.ledger.Audit.AccountSum;
import io.guildhall.billing.ledger.Ledger;
import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.order.KeptOrder;
import io.guildhall.billing.order.OrderStatus;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.subscription.KeptSubscription;
import io.guildhall.billing.subscription.SubscriptionId;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** What stands in the books of one community once all is heard. */
final class Books {

    private static final String[] REFUNDS = {"billing.order.partly-refunded", "billing.order.refunded"};

    private final Deeds deeds;
    private final List<String> members;
    private final List<KeptOrder> orders;
    private final List<Invoice> invoices;
    private final List<CreditNote> notes;
    private final Audit audit;

    Books(ApplicationContext service, Deeds deeds, List<String> members) {
        var mongo = service.getBean(MongoOperations.class);
        var ours = query(where("communityId").is(deeds.community));
        this.deeds = deeds;
        this.members = members;
        orders = mongo.find(ours, KeptOrder.class);
        invoices = mongo.find(ours, Invoice.class);
        notes = mongo.find(ours, CreditNote.class);
        audit = service.getBean(Ledger.class).audit(deeds.community);
    }

    /** What is the same in whatever order it was told. */
    record Summary(List<String> customers, long transactions, List<AccountSum> accounts) {}

    Summary summary() {
        return new Summary(members.stream().map(this::of).toList(), audit.transactions(), audit.accounts());
    }

    private String of(String memberId) {
        List<String> bought = ordersOf(memberId)
                .map(order -> order.status() + " " + order.amountMinor() + "-" + order.refundedSoFarMinor())
                .sorted()
                .toList();
        String last = deeds.subscriptions(memberId)
                .reduce((_, newest) -> newest)
                .map(held -> "%s %s until %s".formatted(held.status(), held.endReason(), held.termEnd()))
                .orElse("");
        return bought + last;
    }

    void requireSound() {
        orders.forEach(this::requirePapersOf);
        assertThat(invoices.stream().map(Invoice::number)).containsExactlyInAnyOrderElementsOf(upTo(invoices.size()));
        assertThat(notes.stream().map(CreditNote::number)).containsExactlyInAnyOrderElementsOf(upTo(notes.size()));
        assertThat(audit.findings()).isEmpty();
        assertThat(audit.balanced()).isTrue();
        assertThat(audit.complete()).isTrue();
        assertThat(audit.transactions()).isEqualTo(2L * invoices.size() + notes.size());
        assertThat(sum(Account.RECEIVABLE)).isZero();
        assertThat(sum(Account.GATEWAY_CLEARING))
                .isEqualTo(deeds.provider()
                        .heldMinor(orders.stream()
                                .map(order -> PaymentId.of(order.orderId()))
                                .toList()))
                .isEqualTo(-sum(Account.REVENUE) - sum(Account.DEFERRED_REVENUE));
        plans().forEach(this::requireTermsOf);
    }

    /** One payment and one invoice of an order that was paid, and as many credit notes as refunds. */
    private void requirePapersOf(KeptOrder order) {
        boolean paid = order.status() == OrderStatus.PAID || order.status() == OrderStatus.REFUNDED;
        assertThat(deeds.told(PaymentId.of(order.orderId()), "billing.payment.captured"))
                .isEqualTo(paid ? 1 : 0);
        assertThat(invoices.stream()
                        .filter(it -> it.orderId().equals(order.orderId()))
                        .map(Invoice::amountMinor))
                .isEqualTo(paid ? List.of(order.amountMinor()) : List.of());
        List<CreditNote> written = notes.stream()
                .filter(note -> note.orderId().equals(order.orderId()))
                .toList();
        assertThat(written).hasSize((int) deeds.told(order.orderId(), REFUNDS));
        assertThat(written.stream().mapToLong(CreditNote::amountMinor).sum()).isEqualTo(order.refundedSoFarMinor());
    }

    /** A term for each order that was paid and not unwanted, be it taken back; no end for want of money that came. */
    private void requireTermsOf(String holder, List<KeptOrder> bought) {
        long paid = bought.stream()
                .filter(order -> deeds.told(order.orderId(), "billing.order.paid") > 0)
                .count();
        long refused = deeds.events(holder)
                .filter(event -> event.name().equals("billing.subscription.term-unwanted"))
                .filter(event -> !event.payload().contains("\"termEnd\":\""))
                .count();
        assertThat(deeds.told(holder, Terms.TERMS) + refused).isEqualTo(paid);
        deeds.subscriptions(bought.getFirst().memberId())
                .filter(held -> "payment-failed".equals(held.endReason()))
                .forEach(held -> assertThat(bought)
                        .as("renewals that failed and gave no term to %s", held)
                        .anyMatch(order -> failed(order, held, holder)));
    }

    private boolean failed(KeptOrder order, KeptSubscription held, String holder) {
        boolean expired = deeds.told(order.orderId(), "billing.order.expired") > 0;
        boolean gaveATerm = deeds.events(holder)
                .anyMatch(event -> event.name().equals("billing.subscription.renewed")
                        && event.payload().contains(order.orderId()));
        return held.subscriptionId().equals(order.subscriptionId()) && expired && !gaveATerm;
    }

    private Map<String, List<KeptOrder>> plans() {
        return orders.stream()
                .filter(order -> order.kind() == OfferKind.PLAN)
                .collect(groupingBy(
                        order -> SubscriptionId.holder(order.communityId(), order.memberId(), order.offerId())));
    }

    private Stream<KeptOrder> ordersOf(String memberId) {
        return orders.stream().filter(order -> order.memberId().equals(memberId));
    }

    private long sum(Account account) {
        return audit.accounts().stream()
                .filter(each -> each.account() == account)
                .mapToLong(AccountSum::sumMinor)
                .sum();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
