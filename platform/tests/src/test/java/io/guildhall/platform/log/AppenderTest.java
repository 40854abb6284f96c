package io.guildhall.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.log.Outcome.Conflict;
import io.guildhall.platform.log.Outcome.Repeated;
import io.guildhall.platform.log.Outcome.Stored;
import io.guildhall.platform.testing.Servers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The appender on a real document store: two processes, lost answers, conflicts, repeated commands. */
class AppenderTest {

    private static final String LOG = "log_0";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

    private final MongoDatabase database = Servers.database(AppenderTest.class);
    private final MongoCommitStore store = new MongoCommitStore(database, LOG);
    private final List<Appender> appenders = new ArrayList<>();
    private final AtomicInteger names = new AtomicInteger();

    @BeforeEach
    void nothingIsStored() {
        database.getCollection(LOG).drop();
        store.createIndexes();
    }

    @AfterEach
    void close() {
        appenders.forEach(Appender::close);
    }

    @Test
    void takesNothingWhileItIsToldToRefuse() {
        Appender appender = appender(store);
        appender.refuse("set back");

        assertThat(appender.append(draft("a", 0, "first")))
                .completesExceptionallyWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(LogSetBack.class);
        assertThat(store.last()).isEmpty();

        appender.refuse(null);
        assertThat(outcome(appender, draft("a", 0, "first"))).isInstanceOf(Stored.class);
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAndNotStoredTwice() {
        var lost = new AtomicInteger();
        Appender appender = appender(losingAnswers(lost));

        assertThat(outcome(appender, draft("a", 0, "first"))).isInstanceOf(Stored.class);
        assertThat(outcome(appender, draft("a", 1, "second"))).isInstanceOf(Stored.class);

        assertThat(lost).hasValue(2);
        assertThat(store.from(1, 10)).extracting(Commit::commandId).containsExactly("first", "second");
    }

    @Test
    void aConflictOnANewStreamIsToldToThatCommandAlone() {
        Appender one = appender(store);
        Appender other = appender(store);

        assertThat(outcome(one, draft("a", 0, "winner"))).isInstanceOf(Stored.class);
        assertThat(outcome(other, draft("a", 0, "loser"))).isEqualTo(new Conflict("a", 0));
        assertThat(outcome(other, draft("b", 0, "bystander"))).isInstanceOf(Stored.class);
    }

    @Test
    void aRepeatedCommandIsAnsweredFromItsCommit() {
        Appender appender = appender(store);
        outcome(appender, draft("a", 0, "same"));

        assertThat(outcome(appender, draft("a", 1, "same")))
                .isInstanceOfSatisfying(
                        Repeated.class,
                        repeated -> assertThat(repeated.commit().position()).isEqualTo(1));
    }

    @Test
    void twoProcessesChainOneLogWithoutAHole() {
        Appender one = appender(store);
        Appender other = appender(store);
        List<CompletableFuture<Outcome>> all = IntStream.range(0, 400)
                .mapToObj(n -> (n % 2 == 0 ? one : other).append(draft("s" + n, 0, "c" + n)))
                .toList();

        all.forEach(
                each -> assertThat(each).succeedsWithin(60, TimeUnit.SECONDS).isInstanceOf(Stored.class));
        assertThat(new LogReader(store).after(0, 1_000)).hasSize(400);
        assertThat(store.last().orElseThrow().last()).isEqualTo(400);
    }

    @Test
    void aPlainStreamTakesWhateverSequenceIsNext() {
        Appender one = appender(store);
        Appender other = appender(store);
        List<CompletableFuture<Outcome>> all = IntStream.range(0, 100)
                .mapToObj(n -> (n % 2 == 0 ? one : other).append(draft("talk", Draft.NEXT, "c" + n)))
                .toList();

        all.forEach(
                each -> assertThat(each).succeedsWithin(60, TimeUnit.SECONDS).isInstanceOf(Stored.class));
        assertThat(store.stream("talk", 0, 1_000).stream().map(Commit::firstSequence))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(Long::valueOf).toList());
    }

    @Test
    void anErrorIsToldToItsCommandsAndTheNextIsStored() {
        var failing = new AtomicBoolean(true);
        Appender appender = appender(afterInsert(_ -> {
            if (failing.getAndSet(false)) {
                throw new InternalError("staged");
            }
        }));

        assertThat(appender.append(draft("a", 0, "first")))
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(StoreUnavailable.class);
        assertThat(outcome(appender, draft("b", 0, "second"))).isInstanceOf(Stored.class);
        assertThat(outcome(appender, draft("a", 0, "first"))).isInstanceOf(Repeated.class);
    }

    @Test
    void aHoleStopsTheReader() {
        Appender appender = appender(store);
        IntStream.range(0, 5).forEach(n -> outcome(appender, draft("s" + n, 0, "c" + n)));
        database.getCollection(LOG).deleteOne(new org.bson.Document("_id", 3L));

        assertThatThrownBy(() -> new LogReader(store).after(0, 100)).isInstanceOf(LogBroken.class);
        assertThatThrownBy(() -> new LogReader(store).after(2, 100)).isInstanceOf(LogBroken.class);
    }

    private Appender appender(CommitStore on) {
        var appender = new Appender(on, PATIENCE, _ -> {});
        appenders.add(appender);
        return appender;
    }

    private static Outcome outcome(Appender appender, Draft draft) {
        return appender.append(draft).orTimeout(30, TimeUnit.SECONDS).join();
    }

    private Draft draft(String stream, long sequence, String commandId) {
        var event = new StoredEvent(
                "e" + names.incrementAndGet(), "tryout.thing.done", 1, Math.max(0, sequence), NOW, "{}", Map.of());
        return new Draft(stream, sequence, commandId, "Thing", null, List.of(event));
    }

    /** Every first insert of a group arrives, but its answer does not. */
    private CommitStore losingAnswers(AtomicInteger lost) {
        return afterInsert(inserted -> {
            if (inserted == 1) {
                lost.incrementAndGet();
                throw new StoreUnavailable("The answer was lost", new IllegalStateException());
            }
        });
    }

    /** The store, but something happens between an insert and its answer. */
    private CommitStore afterInsert(IntConsumer happens) {
        return (CommitStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CommitStore.class}, (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (method.getName().equals("insert")) {
                            happens.accept((Integer) answer);
                        }
                        return answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
