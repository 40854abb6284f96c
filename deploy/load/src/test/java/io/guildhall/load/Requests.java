package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import io.guildhall.platform.testing.checker.CommandIds;
import io.guildhall.platform.testing.checker.Operation;
import io.guildhall.platform.testing.checker.Operation.Outcome;
import io.guildhall.platform.testing.checker.OperationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What callers ask for and are told, written down. Each request is sent again with its key until somebody knows what
 * became of it: that is what the key is for.
 */
final class Requests implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 300;
    private static final Duration REST = Duration.ofMillis(200);

    private final String run = UUID.randomUUID().toString();
    private final AtomicInteger asked = new AtomicInteger();
    private final Path file;
    private final OperationLog log;

    Requests() throws IOException {
        file = Files.createTempFile("operations", ".ndjson");
        log = new OperationLog(file);
    }

    /** Who asks, and through which doors: every request goes through each of them at the same time. */
    record Caller(String memberId, List<Supplier<GuildhallClient>> doors) {}

    /**
     * Posts until it is done.
     *
     * @param unless answers besides 201 that are no surprise while parts of the stack are down
     * @return what it was answered with; empty when nobody ever knew
     */
    Optional<Reply> post(Caller caller, String path, Object body, Integer... unless) {
        String key = run + "-" + asked.incrementAndGet();
        log.sent(key, caller.memberId(), "POST", key, CommandIds.of(caller.memberId(), "POST", path, key));
        Optional<Reply> done = Optional.empty();
        for (int attempt = 0; attempt < MOST_ATTEMPTS && done.isEmpty(); attempt++) {
            done = caller.doors().parallelStream()
                    .map(door -> answer(() -> door.get().post(path, body, "Idempotency-Key", key), 201, unless))
                    .flatMap(Optional::stream)
                    .toList()
                    .stream()
                    .findFirst();
            if (done.isEmpty()) {
                rest();
            }
        }
        log.returned(key, done.isPresent() ? Outcome.OK : Outcome.INFO);
        return done;
    }

    /** One answer; empty where a part of the stack is down. */
    static Optional<Reply> answer(Supplier<Reply> request, int wanted, Integer... unless) {
        try {
            Reply reply = request.get();
            if (reply.status() == wanted) {
                return Optional.of(reply);
            }
            if (!List.of(unless).contains(reply.status())) {
                assertThat(reply.status()).as(reply.body()).isIn(401, 409, 429, 500, 502, 503, 504);
            }
            return Optional.empty();
        } catch (Unreachable _) {
            return Optional.empty();
        }
    }

    static void rest() {
        LockSupport.parkNanos(REST.toNanos());
    }

    List<Operation> all() {
        return OperationLog.read(file);
    }

    @Override
    public void close() {
        log.close();
    }
}
