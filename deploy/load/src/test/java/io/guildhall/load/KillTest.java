package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Parts of the stack are killed with -9 while communities are founded; afterwards every count of the checker is 0. */
@Tag("kills")
@ExtendWith(SharedStack.class)
class KillTest {

    private static final int KILLS = 12;
    private static final int CALLERS = 4;
    private static final Duration REST = Duration.ofMillis(200);
    private static final List<String> VICTIMS = List.of("community-service", "store", "broker", "member-service");
    private static final ServiceName COMMUNITY = new ServiceName("community");

    private final LocalStack stack;
    private final AtomicBoolean loading = new AtomicBoolean(true);
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger operations = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();

    KillTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostThoughPartsDieUnderLoad() throws IOException, InterruptedException {
        long seed = Long.getLong("guildhall.kill.seed", System.nanoTime());
        System.out.println("kills with seed " + seed + " (guildhall.kill.seed)");
        Path file = Files.createTempFile("operations", ".ndjson");
        String owner = stack.owner().get("/api/me").expect(200).text("memberId");
        long before = stack.operator()
                .get("/api/ops/community/status")
                .expect(200)
                .json()
                .path("log")
                .path("head")
                .asLong();
        var ended = new CountDownLatch(CALLERS);
        try (var log = new OperationLog(file)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "caller-" + caller;
                Thread.ofVirtual().name(name).start(() -> {
                    try {
                        found(log, name, owner);
                    } catch (RuntimeException | AssertionError wrong) {
                        surprises.add(wrong.toString());
                    } finally {
                        ended.countDown();
                    }
                });
            }
            try {
                killEachInTurn(new SplittableRandom(seed));
            } finally {
                loading.set(false);
                ended.await();
            }
        }
        stack.awaitQuiet();

        Findings findings = check(file, before);

        System.out.println(findings);
        assertThat(surprises).isEmpty();
        assertThat(findings.clean()).as(findings.toString()).isTrue();
        assertThat(acknowledged).hasValueGreaterThan(KILLS * 5);
    }

    private void killEachInTurn(SplittableRandom random) {
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.get();
            int enough = 5 + random.nextInt(20);
            await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.get() >= before + enough);
            String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
            int restarts = stack.restarts(victim);
            stack.kill(victim);
            stack.awaitReady(victim, restarts + 1);
        }
    }

    private void found(OperationLog log, String caller, String owner) {
        GuildhallClient client = stack.owner().withPatience(Duration.ofSeconds(15));
        while (loading.get()) {
            String key = "found-" + operations.incrementAndGet();
            log.sent(key, caller, "found", key, CommandIds.of(owner, "POST", "/api/communities", key));
            Outcome outcome = Outcome.INFO;
            for (int attempt = 0; attempt < 300 && outcome == Outcome.INFO; attempt++) {
                outcome = attempt(client, key);
            }
            log.returned(key, outcome);
            if (outcome == Outcome.OK) {
                acknowledged.incrementAndGet();
            }
            rest(); // one policy follows each founding with a command of its own, and must not fall far behind
        }
    }

    /** The same key is sent again until somebody knows: that is what the key is for. */
    private static Outcome attempt(GuildhallClient client, String key) {
        try {
            int status = client.post("/api/communities", Map.of("name", "Founded as " + key), "Idempotency-Key", key)
                    .status();
            if (status == 201) {
                return Outcome.OK;
            }
            assertThat(status).as(key).isIn(401, 409, 429, 500, 502, 503, 504);
        } catch (Unreachable gone) {
            assertThat(gone).hasMessageContaining("/api/communities");
        }
        rest();
        return Outcome.INFO;
    }

    private static void rest() {
        LockSupport.parkNanos(REST.toNanos());
    }

    /** @param before the head of the log before the load: what lies there is of no operation of ours */
    private Findings check(Path file, long before) {
        List<Operation> sent = OperationLog.read(file);
        Map<String, String> byCommand = new HashMap<>();
        sent.forEach(operation -> byCommand.put(String.valueOf(operation.command()), operation.opId()));
        try (var client = MongoClients.create(stack.mongodb())) {
            var checker = new Checker(sent)
                    .matching(commit -> commit.position() <= before
                            ? Optional.empty()
                            : Optional.of(byCommand.getOrDefault(request(commit), commit.commandId())))
                    .log(COMMUNITY, client.getDatabase("guildhall_community"))
                    .topic(COMMUNITY, stack.kafka());
            for (String service : List.of("member", "course", "community")) {
                checker.readModel(service, () -> findings(service));
            }
            return checker.check();
        }
    }

    private static String request(Commit commit) {
        return commit.commandId().replaceFirst("/\\d+$", "");
    }

    private List<String> findings(String service) {
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
