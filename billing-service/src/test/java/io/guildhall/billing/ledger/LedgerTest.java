package io.guildhall.billing.ledger;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;
import static io.guildhall.billing.Guild.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.billing.invoice.InvoiceLine;
import io.guildhall.billing.ledger.Audit.AccountSum;
import io.guildhall.billing.ledger.Audit.Finding;
import io.guildhall.billing.ledger.Audit.Sum;
import io.guildhall.billing.ledger.LedgerCommand.PostTransaction;
import io.guildhall.billing.ledger.LedgerEvent.LedgerPosted;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.platform.testing.AggregateFixtures;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Seeds;
import io.guildhall.platform.testing.Servers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class LedgerTest {

    private static final InvoiceIssued ISSUED = new InvoiceIssued(
            "inv_1",
            "com_1",
            1,
            "ord_1",
            ADA,
            List.of(new InvoiceLine("Java", COURSE.offerId(), 1, COURSE.kind(), 9900)),
            9900,
            "CNY",
            null,
            null,
            MARCH);
    private static final PaymentCaptured CAPTURED =
            new PaymentCaptured("pay_1", "com_1", "ord_1", ADA, 9900, "CNY", MARCH);
    private static final OrderRefunded REFUNDED = new OrderRefunded(
            "ord_1", "com_1", ADA, COURSE.kind(), COURSE.offerId(), COURSE.opens(), 9900, "CNY", null, MARCH);

    private final MongoTemplate mongo = Servers.mongo(LedgerTest.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Transaction.class, posted("1", "CNY", 100));
    }

    @Test
    void postsAnEventOnce() {
        var post = PostTransaction.of(
                "com_1", "event-1", "cause", Account.GATEWAY_CLEARING, Account.RECEIVABLE, 100, "CNY", MARCH);
        var event = new LedgerPosted(post.transactionId(), "com_1", "event-1", "cause", "CNY", post.postings(), MARCH);

        AggregateFixtures.of(Transaction.class)
                .givenNoPriorActivity()
                .when(post)
                .expectEvents(event);
        AggregateFixtures.of(Transaction.class).given(event).when(post).expectNoEvents();
    }

    @Test
    void holdsNothingThatDoesNotAddUp() {
        Seeds.check(500, draw -> {
            var postings = draw.listOf(0, 5, () -> new Posting(draw.oneOf(Account.values()), draw.number(-1000, 1000)));
            long sum = postings.stream().mapToLong(Posting::amountMinor).sum();
            if (postings.size() >= 2 && sum == 0) {
                assertThat(Balance.checked(postings)).isEqualTo(postings);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> Balance.checked(postings));
            }
        });
    }

    @Test
    void addsUpEachCurrencyForItselfHoweverOftenItIsTold() {
        var history = new History()
                .own(posted("1", "CNY", 100), posted("2", "CNY", 250), posted("3", "USD", 7), posted("4", "CNY", -100));

        ArrivesTwice.check(mongo, LedgerEntryProjection::new, history);

        Audit audit = new Ledger(mongo).audit("com_1");
        assertThat(audit.transactions()).isEqualTo(4);
        assertThat(audit.balanced()).isTrue();
        assertThat(audit.sums()).containsExactly(new Sum("CNY", 0), new Sum("USD", 0));
        assertThat(audit.accounts())
                .containsExactly(
                        new AccountSum(Account.RECEIVABLE, "CNY", -250),
                        new AccountSum(Account.GATEWAY_CLEARING, "CNY", 250),
                        new AccountSum(Account.RECEIVABLE, "USD", -7),
                        new AccountSum(Account.GATEWAY_CLEARING, "USD", 7));
        assertThat(new Ledger(mongo).audit("com_2").transactions()).isZero();
    }

    @Test
    void tellsWhatHappenedWithoutATransactionAndTheOtherWayRound() {
        var posted = new History().own(REFUNDED, CAPTURED);
        var first = posted.told().getFirst().fact();
        var history = new History()
                .own(REFUNDED, CAPTURED, ISSUED)
                .own(booked(Booking.of(REFUNDED, first), 0))
                .own(booked(Booking.of(CAPTURED, posted.fact()), 1), posted("9", "CNY", 5));

        ArrivesTwice.check(mongo, LedgerEntryProjection::new, history);

        Audit audit = new Ledger(mongo).audit("com_1");
        assertThat(audit.balanced()).isTrue();
        assertThat(audit.complete()).isFalse();
        assertThat(audit.transactions()).isEqualTo(3);
        assertThat(audit.findings())
                .extracting(Finding::fault, Finding::subjectId)
                .containsExactlyInAnyOrder(
                        tuple(Fault.DIFFERENT, "pay_1"),
                        tuple(Fault.MISSING, "inv_1"),
                        tuple(Fault.WITHOUT_CAUSE, null));
    }

    @Test
    void isCompleteWhenEachCauseHasItsTransaction() {
        var posted = new History().own(CAPTURED);
        var history = new History().own(CAPTURED).own(booked(Booking.of(CAPTURED, posted.fact()), 0));

        ArrivesTwice.check(mongo, LedgerEntryProjection::new, history);

        Audit audit = new Ledger(mongo).audit("com_1");
        assertThat(audit.complete()).isTrue();
        assertThat(audit.findings()).isEmpty();
        assertThat(audit.transactions()).isEqualTo(1);
    }

    /** @param more than was to be posted, on both sides */
    private static LedgerPosted booked(PostTransaction post, long more) {
        return new LedgerPosted(
                post.transactionId(),
                post.communityId(),
                post.causeId(),
                post.cause(),
                post.currency(),
                post.postings().stream()
                        .map(each -> new Posting(
                                each.account(), each.amountMinor() + more * Long.signum(each.amountMinor())))
                        .toList(),
                post.postedAt());
    }

    private static LedgerPosted posted(String id, String currency, long amountMinor) {
        return new LedgerPosted(
                "txn_" + id,
                "com_1",
                "event-" + id,
                "cause",
                currency,
                List.of(
                        new Posting(Account.GATEWAY_CLEARING, amountMinor),
                        new Posting(Account.RECEIVABLE, -amountMinor)),
                MARCH);
    }
}
