package io.guildhall.billing.ledger;

import static io.guildhall.billing.Guild.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guildhall.billing.ledger.Audit.AccountSum;
import io.guildhall.billing.ledger.Audit.Sum;
import io.guildhall.billing.ledger.LedgerCommand.PostTransaction;
import io.guildhall.billing.ledger.LedgerEvent.LedgerPosted;
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
