package io.guildhall.editions;

import static io.guildhall.editions.Shop.MODEL;
import static io.guildhall.editions.Shop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.guildhall.platform.follow.Compared;
import io.guildhall.platform.follow.Difference;
import io.guildhall.platform.follow.NoRebuild;
import io.guildhall.platform.follow.ReadModelEditions.Beside;
import io.guildhall.platform.follow.ReadModelEditions.State;
import io.guildhall.platform.follow.RebuildBehind;
import io.guildhall.platform.follow.RebuildPaused;
import io.guildhall.platform.follow.RebuildRunning;
import io.guildhall.platform.follow.SwitchOvertaken;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.verify.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A read model is rebuilt beside the live one, by two instances of a service that go on selling. */
@ExtendWith(NoFullScans.class)
class EditionsTest {

    private static final int MANY = 250;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Bakery BAKERY = Bakery.ONLY;

    private static int tills;
    private static Shop shop;
    private static Shop other;

    private final String till = "til_" + tills++;

    @BeforeAll
    static void open() {
        shop = Shop.found(EditionsTest.class);
        other = Shop.open(EditionsTest.class);
        IntStream.range(0, MANY).forEach(number -> shop.sell("til_before" + number % 10, 1));
        IntStream.range(0, MANY).forEach(number -> BAKERY.bake("loa_" + number, number));
        soon().until(() -> shop.loaf("loa_" + (MANY - 1)) != null);
    }

    @AfterAll
    static void close() {
        other.close();
        shop.close();
    }

    @AfterEach
    void nothingIsLeftBeside() {
        SalesProjection.before = _ -> {};
        SalesProjection.factor = 1;
        if (shop.desk().of(MODEL).beside() != null) {
            shop.drop();
        }
    }

    @Test
    void isRebuiltFromTheFirstEventOnWhileCommandsGoOnAndIsEqual() {
        var selling = new AtomicBoolean(true);
        var sold = CompletableFuture.supplyAsync(() -> sellOn(selling));
        try {
            shop.desk().begin(MODEL, "mem_op");
            soon().until(() -> shop.beside().state() == State.CAUGHT_UP);
            Compared meanwhile = shop.compared();
            assertThat(meanwhile.different()).isZero();
            assertThat(meanwhile.documents()).isGreaterThanOrEqualTo(MANY + 10);
        } finally {
            selling.set(false);
        }
        int count = sold.join();
        assertThat(count).isPositive();

        soon().until(() -> shop.sawAll());
        assertThat(shop.compared().equal()).isTrue();
        assertThat(shop.compared().documents()).isGreaterThanOrEqualTo(MANY + 11);
        shop.turn();
        assertThat(shop.sale(till)).isEqualTo(new Sale(till, count));
        assertThat(shop.loaf("loa_7")).isEqualTo(new Loaf("loa_7", 7));
    }

    /** One after the other, as somebody does who looks at each. */
    private int sellOn(AtomicBoolean selling) {
        int count = 0;
        while (selling.get()) {
            other.knows(other.sell(till, 1), LONG);
            count++;
        }
        return count;
    }

    @Test
    void sendsNoMailAsksForNoPaymentAndWritesNoRecord() {
        soon().until(() -> Set.copyOf(WhenSoldThenTellEverybody.MAILS).size() == shop.head());
        soon().until(() -> Topic.end(Shop.TOPIC) >= shop.head());
        List<String> mails = List.copyOf(WhenSoldThenTellEverybody.MAILS);
        List<String> payments = List.copyOf(WhenSoldThenTellEverybody.PAYMENTS);
        long published = Topic.end(Shop.TOPIC);
        long baked = Topic.end(Bakery.TOPIC);
        long head = shop.head();

        shop.rebuilt();
        shop.turn();

        assertThat(WhenSoldThenTellEverybody.MAILS).isEqualTo(mails);
        assertThat(WhenSoldThenTellEverybody.PAYMENTS).isEqualTo(payments);
        assertThat(shop.head()).isEqualTo(head);
        assertThat(Topic.end(Shop.TOPIC)).isEqualTo(published);
        assertThat(Topic.end(Bakery.TOPIC)).isEqualTo(baked);
    }

    @Test
    void showsWhatOtherCodeMakesOfTheSameEventsAndGoesBack() {
        shop.knows(shop.sell(till, 3), LONG);
        int live = shop.desk().of(MODEL).live();
        SalesProjection.factor = 2;
        int next = shop.rebuilt().edition();

        Compared compared = shop.compared();
        assertThat(compared.different()).isEqualTo(shop.mongo().estimatedCount(Sale.class));
        assertThat(compared.differences())
                .hasSizeLessThanOrEqualTo(20)
                .contains(new Difference("sales", till, Difference.Kind.DIFFERENT, List.of("total")));
        assertThat(shop.sale(till)).isEqualTo(new Sale(till, 3));

        assertThat(shop.turn().live()).isEqualTo(next);
        assertThat(shop.sale(till)).isEqualTo(new Sale(till, 6));
        soon().until(() -> new Sale(till, 6).equals(other.sale(till)));
        assertThat(shop.beside()).extracting(Beside::edition, Beside::served).containsExactly(live, true);

        assertThat(shop.turn().live()).isEqualTo(live);
        assertThat(shop.sale(till)).isEqualTo(new Sale(till, 3));
        soon().until(() -> new Sale(till, 3).equals(other.sale(till)));
    }

    @Test
    void standsStillWhileItIsPausedAndGoesOn() {
        int edition = next();
        CountDownLatch held = SalesProjection.hold(edition);
        shop.desk().begin(MODEL, "mem_op");
        soon().until(() -> running(edition) == 1 && claimed(edition) == 2);
        shop.desk().pause(MODEL);
        soon().until(() -> claimed(edition) == 0);
        held.countDown();
        shop.knows(shop.sell(till, 1), LONG);
        assertThat(shop.beside().state()).isEqualTo(State.PAUSED);
        assertThat(shop.sawAll()).isFalse();
        assertThatThrownBy(() -> shop.turn()).isInstanceOf(RebuildPaused.class);
        assertThatThrownBy(() -> shop.desk().compare(MODEL)).isInstanceOf(RebuildPaused.class);

        shop.desk().resume(MODEL);
        soon().until(() -> shop.sawAll());
        assertThat(shop.compared().equal()).isTrue();
    }

    @Test
    void goesOnWhereItWasWhenItDiedAmidABatch() {
        String edition = "/sales." + next() + "@";
        var died = new AtomicInteger();
        var handled = new AtomicInteger();
        SalesProjection.before = thread -> {
            if (thread.contains(edition) && handled.incrementAndGet() % 60 == 0 && died.incrementAndGet() <= 3) {
                throw new InternalError("killed");
            }
        };
        shop.rebuilt();

        assertThat(died.get()).isGreaterThanOrEqualTo(3);
        assertThat(shop.compared().equal()).isTrue();
        assertThat(shop.beside().deadLetters()).isZero();
    }

    @Tag("long")
    @Test
    void goesOnBehindARestartOfEveryInstance() {
        CountDownLatch held = SalesProjection.hold(next());
        shop.desk().begin(MODEL, "mem_op");
        soon().until(() -> running(shop.beside().edition()) == 1);
        close(held);

        soon().until(() -> shop.sawAll());
        assertThat(shop.compared().equal()).isTrue();
    }

    private static void close(CountDownLatch held) {
        other.close();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(shop::close);
        held.countDown();
        closed.join();
        shop = Shop.open(EditionsTest.class);
        other = Shop.open(EditionsTest.class);
    }

    @Test
    void isWorkedAtByOneInstanceAtATime() {
        int edition = next();
        CountDownLatch held = SalesProjection.hold(edition);
        shop.desk().begin(MODEL, "mem_op");

        soon().until(() -> running(edition) >= 1);
        soon().until(() -> claimed(edition) == 2);
        assertThat(running(edition)).isEqualTo(1);
        held.countDown();
        soon().until(() -> shop.sawAll());
    }

    /** Threads that stand in a handler of this edition on the own log. */
    private static long running(int edition) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().contains("/sales." + edition + "@"))
                .filter(thread -> List.of(thread.getValue()).stream()
                        .anyMatch(frame -> frame.getClassName().endsWith("LogFollower")))
                .count();
    }

    /** Instances that would work at this edition. */
    private static long claimed(int edition) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lease-follower/sales." + edition + "@"))
                .count();
    }

    private static int next() {
        int live = shop.desk().of(MODEL).live();
        Beside beside = shop.desk().of(MODEL).beside();
        if (beside != null) {
            throw new IllegalStateException("Something is beside " + live);
        }
        return last() + 1;
    }

    private static int last() {
        var shelf = Servers.database(EditionsTest.class)
                .getCollection("editions")
                .find(new Document("_id", MODEL))
                .first();
        return shelf == null ? 1 : shelf.getInteger("last");
    }

    @Tag("long")
    @Test
    void letsEveryReaderSeeWhatHeDidHimselfWhileEditionsAreSwitched() throws Exception {
        shop.rebuilt();
        var reading = new AtomicBoolean(true);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var seen = IntStream.range(0, 4)
                    .mapToObj(number ->
                            readers.submit(() -> sellAndRead(number % 2 == 0 ? shop : other, number, reading)))
                    .toList();
            try {
                for (int turn = 0; turn < 4; turn++) {
                    (turn % 2 == 0 ? shop : other).turn();
                }
            } finally {
                reading.set(false);
            }
            for (var each : seen) {
                assertThat(each.get()).isGreaterThan(20);
            }
        }
    }

    /** @return how often it read; fails where it did not see what it had sold */
    private int sellAndRead(Shop at, int number, AtomicBoolean reading) {
        String own = till + "_" + number;
        int count = 0;
        while (reading.get()) {
            LogPosition sold = at.sell(own, 1);
            count++;
            assertThat(at.knows(sold, LONG)).isTrue();
            assertThat(at.sale(own)).isEqualTo(new Sale(own, count));
        }
        return count;
    }

    @Tag("long")
    @Test
    void makesReadersWaitForTheEditionThatIsAboutToBeLive() {
        shop.rebuilt();
        int live = shop.desk().of(MODEL).live();
        CountDownLatch held = SalesProjection.hold(shop.beside().edition());
        CompletableFuture<?> turned = CompletableFuture.supplyAsync(() -> shop.turn());
        soon().until(() -> shop.beside().state() == State.SWITCHING);

        LogPosition sold = shop.sell(till, 1);
        soon().until(() -> shop.sale(till) != null);

        assertThat(shop.sale(till)).isEqualTo(new Sale(till, 1));
        soon().until(() -> !shop.knows(sold, Duration.ofMillis(100)));
        assertThat(turned).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(RebuildBehind.class);
        assertThat(shop.desk().of(MODEL).live()).isEqualTo(live);
        held.countDown();
        assertThat(shop.knows(sold, LONG)).isTrue();
        assertThat(shop.turn().live()).isNotEqualTo(live);
    }

    @Test
    void isNotSwitchedWhereSomebodyPausesItMeanwhile() {
        shop.rebuilt();
        int live = shop.desk().of(MODEL).live();
        CompletableFuture<?> turned = CompletableFuture.supplyAsync(() -> shop.turn());
        soon().until(() -> shop.beside().state() == State.SWITCHING);

        other.desk().pause(MODEL);

        assertThat(turned).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(SwitchOvertaken.class);
        assertThat(shop.desk().of(MODEL).live()).isEqualTo(live);
    }

    @Tag("long")
    @Test
    void isDroppedWithAllThatItLeftAndNumbersAreNotGivenTwice() {
        int live = shop.desk().of(MODEL).live();
        int dropped = shop.rebuilt().edition();
        assertThat(shop.mongo().getCollectionNames()).contains("sales." + dropped, "loaves." + dropped);

        assertThat(other.drop().beside()).isNull();

        soon().untilAsserted(() ->
                assertThat(shop.mongo().getCollectionNames()).doesNotContain("sales." + dropped, "loaves." + dropped));
        assertThat(Servers.database(EditionsTest.class)
                        .getCollection("positions")
                        .countDocuments(Filters.and(
                                Filters.gte("_id", "sales." + dropped + "@"),
                                Filters.lt("_id", "sales." + dropped + "A"))))
                .isZero();
        assertThat(shop.desk().of(MODEL).live()).isEqualTo(live);
        shop.desk().begin(MODEL, "mem_op");
        assertThat(shop.beside().edition()).isEqualTo(dropped + 1);
    }

    @Test
    void outlivesTheFirstEdition() {
        while (live() == 1) {
            shop.rebuilt();
            shop.turn();
            shop.drop();
        }
        soon().until(() -> !shop.mongo().getCollectionNames().contains("loaves"));
        BAKERY.bake("loa_" + till, 5);
        soon().until(() -> new Loaf("loa_" + till, 5).equals(shop.loaf("loa_" + till)));
        close(new CountDownLatch(0));

        BAKERY.bake("loa_later" + till, 6);
        soon().until(() -> new Loaf("loa_later" + till, 6).equals(other.loaf("loa_later" + till)));
        assertThat(shop.knows(shop.sell(till, 1), LONG)).isTrue();
        assertThat(shop.sale(till)).isEqualTo(new Sale(till, 1));
        assertThat(shop.mongo().getCollectionNames()).doesNotContain("loaves", "sales");
    }

    private static int live() {
        return shop.desk().of(MODEL).live();
    }

    @Test
    void isVerifiedAsTheEditionThatIsRead() {
        shop.rebuilt();
        shop.turn();

        soon().untilAsserted(() -> assertThat(
                        shop.context().getBean(Verification.class).run().checks())
                .allSatisfy(check ->
                        assertThat(check.getFindings()).as(check.getName()).isEmpty()));
        assertThat(shop.mongo().getCollectionNames()).noneMatch(name -> name.contains("verify"));
    }

    @Tag("long")
    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> shop.desk().begin("sails", "mem_op")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> shop.desk().begin("when-sold-then-tell-everybody", "mem_op"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> shop.turn()).isInstanceOf(NoRebuild.class);
        assertThatThrownBy(() -> shop.desk().compare(MODEL)).isInstanceOf(NoRebuild.class);
        assertThatThrownBy(() -> shop.desk().pause(MODEL)).isInstanceOf(NoRebuild.class);
        assertThatThrownBy(() -> shop.drop()).isInstanceOf(NoRebuild.class);

        CountDownLatch held = SalesProjection.hold(next());
        shop.desk().begin(MODEL, "mem_op");
        assertThatThrownBy(() -> other.desk().begin(MODEL, "mem_op")).isInstanceOf(RebuildRunning.class);
        assertThatThrownBy(() -> shop.turn()).isInstanceOf(RebuildBehind.class);
        assertThatThrownBy(() -> shop.desk().compare(MODEL)).isInstanceOf(RebuildBehind.class);
        held.countDown();
    }
}
