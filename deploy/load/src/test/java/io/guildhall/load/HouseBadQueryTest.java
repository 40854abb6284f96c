package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst may not ask, at the gateway: refused, or stopped within 2 seconds and 512 MB. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedStack.class)
class HouseBadQueryTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration NETWORK = Duration.ofMillis(500);
    /** Processes of the service that wait for a query. */
    private static final int WAITING = 2;

    private static final long MOST_BYTES = 512L << 20;
    private static final long PAGE = 4_096;
    private static final Duration LOOK = Duration.ofMillis(2);

    private final LocalStack stack;
    private final BadInput input;
    private final String sql;

    HouseBadQueryTest(LocalStack stack) {
        this.stack = stack;
        this.input = new BadInput(stack);
        this.sql = "/api/communities/" + stack.made("community") + "/sql";
    }

    @BeforeAll
    void ownersAreAnswered() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(this::isAnswered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '/tmp/guildhall-evil.csv'",
                "COPY events FROM '/etc/passwd'",
                "ATTACH '/tmp/guildhall-evil.db'",
                "SELECT * FROM read_csv('/etc/passwd')",
                "WITH x AS (SELECT 1) SELECT * FROM x, read_text('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP VIEW events",
                "SET memory_limit = '8GB'"
            })
    void whatIsNoQuestionIsRefusedAtOnce(String query) {
        Reply reply = input.refused(422, "query-not-allowed", () -> timed(query));

        assertThat(reply.body()).doesNotContain("root:");
        assertThat(Path.of("/tmp/guildhall-evil.csv")).doesNotExist();
        assertThat(Path.of("/tmp/guildhall-evil.db")).doesNotExist();
    }

    @Test
    void aRunawayCrossJoinIsStopped() throws Exception {
        stopped(
                "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7",
                "query-too-slow");
    }

    @Test
    void aRunawayCrossJoinOverTheEventsIsStopped() throws Exception {
        stopped(
                "SELECT a.payload, count(*) FROM events a, events b, range(100000) c, range(100000) d GROUP BY"
                        + " a.payload",
                "query-too-slow");
    }

    @Test
    void aQueryThatNeedsTooMuchMemoryIsStopped() throws Exception {
        stopped("SELECT list(range) FROM range(200000000)", "query-too-large", "query-too-slow");
    }

    @Test
    void nobodyButTheOwnerIsAnswered() {
        assertThat(stack.anyone().post(sql, Map.of("query", "SELECT 1")).status())
                .isEqualTo(401);
        input.refused(403, "forbidden", () -> stack.operator().post(sql, Map.of("query", "SELECT 1")));
    }

    private void stopped(String query, String problem, String... orProblem) throws Exception {
        assumeThat(Path.of("/proc/self/statm")).exists();
        try (var memory = new Memory(stack.pid("analytics-service"))) {
            Set<ProcessHandle> waiting = await().until(memory::processes, found -> found.size() == WAITING);

            Reply reply = input.refused(422, problem, () -> timed(query), orProblem);

            System.out.printf("%s at %d MB%n", reply.problem(), memory.most() >> 20);
            assertThat(memory.most()).isBetween(1L, MOST_BYTES);
            Set<ProcessHandle> left = memory.processes();
            assertThat(left).hasSizeLessThanOrEqualTo(WAITING);
            left.retainAll(waiting);
            assertThat(left).as("those that did not run the query").hasSize(WAITING - 1);
        }
        isAnswered();
    }

    private Reply timed(String query) {
        long began = System.nanoTime();
        Reply reply = ask(query);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("%s after %d ms%n", reply.problem(), took.toMillis());
        assertThat(took).isLessThan(LIMIT.plus(NETWORK));
        return reply;
    }

    private void isAnswered() {
        assertThat(ask("SELECT count(*) AS n FROM events")
                        .expect(200)
                        .json()
                        .path("rows")
                        .path(0)
                        .path("n")
                        .asLong())
                .isPositive();
    }

    private Reply ask(String query) {
        return stack.owner().post(sql, Map.of("query", query));
    }

    /** Watches the resident memory of the processes that a service starts. */
    private static final class Memory implements AutoCloseable {

        private final ProcessHandle service;
        private final AtomicLong most = new AtomicLong();
        private final AtomicBoolean watching = new AtomicBoolean(true);
        private final Thread watcher;

        Memory(long pid) {
            service = ProcessHandle.of(pid).orElseThrow();
            watcher = Thread.ofPlatform().daemon().start(this::watch);
        }

        long most() {
            return most.get();
        }

        Set<ProcessHandle> processes() {
            return service.children().collect(Collectors.toSet());
        }

        private void watch() {
            while (watching.get()) {
                List<ProcessHandle> children = service.children().toList();
                children.forEach(child -> most.accumulateAndGet(resident(child.pid()), Math::max));
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }

        /** 0 of one that has ended. */
        private static long resident(long pid) {
            try {
                return Long.parseLong(Files.readString(Path.of("/proc", Long.toString(pid), "statm"))
                                .split(" ", 3)[1])
                        * PAGE;
            } catch (IOException ended) {
                return 0;
            }
        }

        @Override
        public void close() throws InterruptedException {
            watching.set(false);
            watcher.join();
        }
    }
}
