package io.guildhall.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.event.CommandName;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.problem.Refusal;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoFullScans.class)
class DueDatesTest {

    private static final Instant TODAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TOMORROW = TODAY.plus(Duration.ofDays(1));

    private final MongoCollection<Document> stored =
            Servers.database(DueDatesTest.class).getCollection("due_dates");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Map<String, CommandContext> contexts = new ConcurrentHashMap<>();
    private volatile Instant now = TODAY;
    private final DueDateStore store = new DueDateStore(stored, () -> now, InstantSource.system());
    private final CommandNames names = CommandNames.of(EndTrial.class);
    private final EventCodec codec = new EventCodec(List.of(TestKeys.personalModule()));
    private final DueDates dates = new DueDates(store, names, codec);
    private final DueDateDesk desk = new DueDateDesk(store);

    @CommandName("membership.end-trial")
    record EndTrial(String memberId) {}

    record Unnamed(String memberId) {}

    private static final class TrialAlreadyOver extends Refusal {
        private static final long serialVersionUID = 1;

        TrialAlreadyOver() {
            super(Kind.CONFLICT);
        }
    }

    @BeforeEach
    void nothingIsDue() {
        stored.deleteMany(new Document());
        store.createIndexes();
    }

    @Test
    void sendsACommandWhenItsDateHasComeAndForgetsIt() {
        dates.at("trial-1", TOMORROW, new EndTrial("mem_1"));
        try (var poller = start(this::accept)) {
            await().during(Duration.ofMillis(300)).until(sent::isEmpty);
            now = TOMORROW;
            await().until(() -> sent.contains("mem_1"));
            await().until(() -> stored.countDocuments() == 0);
        }
        assertThat(sent).containsExactly("mem_1");
        CommandContext context = Objects.requireNonNull(contexts.get("mem_1"));
        assertThat(context.commandId()).isEqualTo("due/trial-1/" + TOMORROW.toEpochMilli());
        assertThat(context.validAt()).isEqualTo(TOMORROW);
    }

    @Test
    void sendsEachOnceThoughManyLook() {
        for (int i = 0; i < 100; i++) {
            dates.at("trial-" + i, TODAY, new EndTrial("mem_" + i));
        }
        try (var first = start(this::accept);
                var second = start(this::accept)) {
            await().until(() -> stored.countDocuments() == 0);
        }
        assertThat(sent).hasSize(100).doesNotHaveDuplicates();
        assertThat(meters.counter("guildhall.due", "outcome", "done").count()).isEqualTo(100);
    }

    @Test
    void sendsNothingThatWasCancelled() {
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));
        dates.at("trial-2", TODAY, new EndTrial("mem_2"));
        dates.cancel("trial-1");
        dates.cancel("never-there");

        try (var poller = start(this::accept)) {
            await().until(() -> stored.countDocuments() == 0);
        }
        assertThat(sent).containsExactly("mem_2");
    }

    @Test
    void movesADateThatIsSetAgain() {
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));
        dates.at("trial-1", TOMORROW, new EndTrial("mem_1"));

        assertThat(store.claim(Duration.ofMinutes(1))).isEmpty();
        now = TOMORROW;
        assertThat(store.claim(Duration.ofMinutes(1)).orElseThrow().due()).isEqualTo(TOMORROW);
    }

    @Test
    void keepsADateThatWasSetWhileTheEarlierOneWasSent() {
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));
        DueDate claimed = store.claim(Duration.ofMinutes(1)).orElseThrow();
        dates.at("trial-1", TOMORROW, new EndTrial("mem_1"));
        store.done(claimed);

        assertThat(stored.countDocuments()).isEqualTo(1);
    }

    @Test
    void sendsAgainUnderTheSameCommandIdWhatGotNoAnswer() {
        List<String> commandIds = new CopyOnWriteArrayList<>();
        AtomicInteger tries = new AtomicInteger();
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));

        try (var poller = start((context, command) -> {
            commandIds.add(context.commandId());
            if (tries.incrementAndGet() == 1) {
                throw new StoreUnavailable("no answer", new IllegalStateException());
            }
            accept(context, command);
        })) {
            await().until(() -> stored.countDocuments() == 0);
        }
        assertThat(commandIds).hasSize(2);
        assertThat(commandIds.get(0)).isEqualTo(commandIds.get(1));
        assertThat(meters.counter("guildhall.due", "outcome", "retried").count())
                .isEqualTo(1);
    }

    @Test
    void isTakenUpByAnotherWhenItsSenderVanished() {
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));
        assertThat(store.claim(Duration.ofMillis(300))).isPresent();
        assertThat(store.claim(Duration.ofMillis(300))).isEmpty();

        try (var poller = start(this::accept)) {
            await().until(() -> sent.contains("mem_1"));
        }
    }

    @Test
    void keepsARefusedOneWithItsReason() {
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));

        try (var poller = start((context, command) -> {
            throw new TrialAlreadyOver();
        })) {
            await().until(() -> desk.count() == 1);
        }
        assertThat(desk.stuck(null, 10)).singleElement().satisfies(refused -> {
            assertThat(refused.id()).isEqualTo("trial-1");
            assertThat(refused.command()).isEqualTo("membership.end-trial");
            assertThat(refused.reason()).contains("trial-already-over");
        });
        assertThat(meters.counter("guildhall.due", "outcome", "refused").count())
                .isEqualTo(1);
        assertThat(store.claim(Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void showsOneThatFailsFiveTimesAndStillSendsIt() {
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));
        for (int attempt = 1; attempt < DueDateStore.ATTEMPTS_UNTIL_STUCK; attempt++) {
            fail();
        }
        assertThat(desk.count()).isZero();
        fail();
        assertThat(desk.stuck(null, 10)).extracting(StuckDueDate::reason).containsExactly("no answer");

        try (var poller = start(this::accept)) {
            await().until(() -> stored.countDocuments() == 0);
        }
        assertThat(desk.count()).isZero();
        assertThat(sent).containsExactly("mem_1");
    }

    private void fail() {
        DueDate claimed = store.claim(Duration.ofMinutes(1)).orElseThrow();
        store.retry(claimed, Duration.ZERO, "no answer");
    }

    @Test
    void leavesADroppedOneAloneThoughItWasBeingSent() {
        dates.at("trial-1", TODAY, new EndTrial("mem_1"));
        store.refuse(store.claim(Duration.ofMinutes(1)).orElseThrow(), "no");
        assertThat(desk.retry("trial-1")).isTrue();
        assertThat(desk.retry("trial-1")).isFalse();
        DueDate again = store.claim(Duration.ofMinutes(1)).orElseThrow();
        store.refuse(again, "no");
        assertThat(desk.drop("trial-1", "mem_op", "settled by hand")).isTrue();
        store.refuse(again, "no");
        store.retry(again, Duration.ZERO, "late");

        assertThat(desk.count()).isZero();
        assertThat(store.claim(Duration.ofMinutes(1))).isEmpty();
        assertThat(desk.dropped(10)).extracting(StuckDueDate::reason).containsExactly("no");
    }

    @Test
    void refusesACommandWithoutAName() {
        assertThatThrownBy(() -> dates.at("trial-1", TODAY, new Unnamed("mem_1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@CommandName");
    }

    @Test
    void waitsLongerAfterEachAttemptUpToFiveMinutes() {
        assertThat(DueDatePoller.pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(DueDatePoller.pauseAfter(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(DueDatePoller.pauseAfter(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    private void accept(CommandContext context, Object command) {
        String memberId = ((EndTrial) command).memberId();
        contexts.put(memberId, context);
        sent.add(memberId);
    }

    private Running start(BiConsumer<CommandContext, Object> commands) {
        var poller = new DueDatePoller(store, names, codec, commands, Duration.ofMillis(20), meters, true);
        poller.start();
        return poller::stop;
    }

    private interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
