package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Unreachable;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.testing.checker.Checker;
import io.guildhall.platform.testing.checker.CommandIds;
import io.guildhall.platform.testing.checker.Findings;
import io.guildhall.platform.testing.checker.Operation;
import io.guildhall.platform.testing.checker.Operation.Outcome;
import io.guildhall.platform.testing.checker.OperationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Callers who found communities through one or more doors until they are stopped, and write down what they asked and
 * were told; afterwards the checker compares that with log, topic and read models.
 */
final class FoundingLoad implements AutoCloseable {

    private static final int CALLERS = 4;
    private static final int MOST_ATTEMPTS = 300;
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String PATH = "/api/communities";
    private static final ServiceName COMMUNITY = new ServiceName("community");

    private final LocalStack stack;
    private final List<Supplier<GuildhallClient>> doors;
    private final String owner;
    private final long headBefore;
    private final Path file;
    private final OperationLog log;
    private final AtomicBoolean loading = new AtomicBoolean(true);
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger operations = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();

    /** @param doors each gives a client of the owner; every operation goes through each of them at the same time */
    FoundingLoad(LocalStack stack, List<Supplier<GuildhallClient>> doors) throws IOException {
        this.stack = stack;
        this.doors = doors;
        this.owner = stack.owner().get("/api/me").expect(200).text("memberId");
        this.headBefore = stack.operator()
                .get("/api/ops/community/status")
                .expect(200)
                .json()
                .path("log")
                .path("head")
                .asLong();
        this.file = Files.createTempFile("operations", ".ndjson");
        this.log = new OperationLog(file);
        for (int caller = 0; caller < CALLERS; caller++) {
            String name = "caller-" + caller;
            callers.add(Thread.ofVirtual().name(name).start(() -> found(name)));
        }
    }

    /** How many communities callers have been told are founded. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Answers that no fault explains. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** Stops the callers; each ends what it has begun. */
    @Override
    public void close() throws InterruptedException {
        loading.set(false);
        for (Thread caller : callers) {
            caller.join();
        }
        log.close();
    }

    private void found(String caller) {
        try {
            while (loading.get()) {
                String key =
                        "found-" + stack.origin().getPort() + "-" + headBefore + "-" + operations.incrementAndGet();
                log.sent(key, caller, "found", key, CommandIds.of(owner, "POST", PATH, key));
                Outcome outcome = Outcome.INFO;
                for (int attempt = 0; attempt < MOST_ATTEMPTS && outcome == Outcome.INFO; attempt++) {
                    outcome = attempt(key);
                }
                log.returned(key, outcome);
                if (outcome == Outcome.OK) {
                    acknowledged.incrementAndGet();
                }
                rest(); // one policy follows each founding with a command of its own, and must not fall far behind
            }
        } catch (RuntimeException | AssertionError wrong) {
            surprises.add(wrong.toString());
        }
    }

    /** The same key is sent again until somebody knows: that is what the key is for. */
    private Outcome attempt(String key) {
        List<Boolean> done =
                doors.parallelStream().map(door -> asked(door.get(), key)).toList();
        if (done.contains(true)) {
            return Outcome.OK;
        }
        rest();
        return Outcome.INFO;
    }

    private static boolean asked(GuildhallClient client, String key) {
        try {
            int status = client.withPatience(PATIENCE)
                    .post(PATH, Map.of("name", "Founded as " + key), "Idempotency-Key", key)
                    .status();
            assertThat(status).as(key).isIn(201, 401, 409, 429, 500, 502, 503, 504);
            return status == 201;
        } catch (Unreachable gone) {
            assertThat(gone).hasMessageContaining(PATH);
            return false;
        }
    }

    private static void rest() {
        LockSupport.parkNanos(REST.toNanos());
    }

    /** Waits until everything has followed, and compares all that is kept with what was answered. */
    Findings check() {
        stack.awaitQuiet();
        List<Operation> sent = OperationLog.read(file);
        Map<String, String> byCommand = new HashMap<>();
        sent.forEach(operation -> byCommand.put(String.valueOf(operation.command()), operation.opId()));
        try (var client = MongoClients.create(stack.mongodb())) {
            var checker = new Checker(sent)
                    .matching(commit -> commit.position() <= headBefore
                            ? Optional.empty()
                            : Optional.of(byCommand.getOrDefault(request(commit), commit.commandId())))
                    .log(COMMUNITY, client.getDatabase("guildhall_community"))
                    .topic(COMMUNITY, stack.kafka());
            for (String service : LocalStack.SERVICES) {
                checker.readModel(service, () -> verify(service));
            }
            Findings findings = checker.check();
            System.out.println(sent.size() + " operations, " + acknowledged + " acknowledged: " + findings);
            return findings;
        }
    }

    private static String request(Commit commit) {
        return commit.commandId().replaceFirst("/\\d+$", "");
    }

    private List<String> verify(String service) {
        return stack.operator()
                .withPatience(Duration.ofMinutes(5))
                .post("/api/ops/" + service + "/verify", null)
                .expect(200)
                .json()
                .path("checks")
                .valueStream()
                .flatMap(check -> check.path("findings").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
