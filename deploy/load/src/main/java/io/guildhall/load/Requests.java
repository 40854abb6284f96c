package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.checker.CommandIds;
import io.guildhall.platform.testing.checker.Operation;
import io.guildhall.platform.testing.checker.Operation.Outcome;
import io.guildhall.platform.testing.checker.OperationLog;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What callers ask for and are told, written down. Each request is sent again with its key until somebody knows what
 * became of it: that is what the key is for.
 */
final class Requests implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 300;
    private static final Duration REST = Duration.ofMillis(400);

    private final String run = UUID.randomUUID().toString();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Path file;
    private final OperationLog log;

    Requests() throws IOException {
        file = Files.createTempFile("operations", ".ndjson");
        log = new OperationLog(file);
    }

    /**
     * Who asks, and through which doors: every request goes through each of them at the same time.
     *
     * @param memberId empty when it is nobody who is known
     */
    record Caller(String memberId, List<Supplier<GuildhallClient>> doors) {

        /** Somebody who uses one door. */
        static Caller of(GuildhallClient member) {
            return new Caller(member.get("/api/me").expect(200).text("memberId"), List.of(() -> member));
        }
    }

    /**
     * Posts until it is done or refused for good.
     *
     * @param unless answers besides success that are no surprise while parts of the stack are down
     * @return what it was answered with; empty when it was refused, or nobody ever knew
     */
    Optional<Reply> post(Caller caller, String path, @Nullable Object body, Integer... unless) {
        return send(caller, "POST", path, kind(path), body, unless);
    }

    /**
     * The same by any method.
     *
     * @param kind under which it is counted
     */
    Optional<Reply> send(
            Caller caller, String method, String path, String kind, @Nullable Object body, Integer... unless) {
        String key = key();
        String command = CommandIds.of(
                caller.memberId(),
                method,
                Objects.requireNonNull(URI.create(path).getPath()),
                key);
        return ask(caller, key, kind, command, door -> door.send(method, path, body, "Idempotency-Key", key), unless);
    }

    /** Posts a single time, and takes every answer; empty when there was none. */
    Optional<Reply> once(Caller caller, String path, Object body) {
        String key = key();
        String command = CommandIds.of(caller.memberId(), "POST", path, key);
        log.sent(key, caller.memberId(), kind(path), key, command);
        GuildhallClient door = caller.doors().getFirst().get();
        try {
            Reply reply = door.post(path, body, "Idempotency-Key", key);
            log.returned(key, reply.ok() ? Outcome.OK : isTurnedAway(reply) ? Outcome.FAIL : Outcome.INFO);
            return Optional.of(reply);
        } catch (Unreachable _) {
            log.returned(key, Outcome.INFO);
            return Optional.empty();
        }
    }

    /** Before anybody has looked at what was asked for. */
    private static boolean isTurnedAway(Reply reply) {
        return reply.status() == 429 || reply.problem().equals("overloaded");
    }

    /** Says something until it is said; its {@code localId} alone tells a repetition from another message. */
    Optional<Reply> say(Caller caller, String path, String channelId, String localId, String body) {
        String whole = channelId + "/" + caller.memberId() + "/" + localId;
        String command = "post/" + Ids.derived("msg", whole.getBytes(StandardCharsets.UTF_8));
        Map<String, String> message = Map.of("localId", localId, "body", body);
        return ask(caller, key(), kind(path), command, door -> door.post(path, message));
    }

    String key() {
        return run + "-" + asked.incrementAndGet();
    }

    /** {@code orders} and the like. */
    private static String kind(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Asks until it is done or refused for good.
     *
     * @param opId also the key of the request
     * @param command the id that what comes of it has in the log
     */
    Optional<Reply> ask(
            Caller caller,
            String opId,
            String kind,
            String command,
            Function<GuildhallClient, Reply> request,
            Integer... unless) {
        log.sent(opId, caller.memberId(), kind, opId, command);
        List<Reply> answers = List.of();
        for (int attempt = 0; attempt < MOST_ATTEMPTS && answers.isEmpty(); attempt++) {
            answers = caller.doors().parallelStream()
                    .map(door -> counted(reply(() -> request.apply(door.get()), unless)))
                    .flatMap(Optional::stream)
                    .filter(reply -> reply.ok() || isRefusedForGood(reply))
                    .toList();
            if (answers.isEmpty()) {
                rest();
            }
        }
        Optional<Reply> done = answers.stream().filter(Reply::ok).findFirst();
        Outcome refused = answers.isEmpty() ? Outcome.INFO : Outcome.FAIL;
        log.returned(opId, done.isPresent() ? Outcome.OK : refused);
        return done;
    }

    private Optional<Reply> counted(Optional<Reply> reply) {
        boolean wasBeaten = reply.filter(
                        it -> it.status() == 409 && it.problem().equals("conflict"))
                .isPresent();
        if (reply.isEmpty() || wasBeaten) {
            failed.incrementAndGet();
        }
        return reply;
    }

    /** The first answer to its key was a refusal, and every repetition gets it again. */
    private static boolean isRefusedForGood(Reply reply) {
        return reply.header("Idempotency-Replayed").isPresent();
    }

    /** One answer; empty where a part of the stack is down. */
    static Optional<Reply> answer(Supplier<Reply> request, int wanted, Integer... unless) {
        return reply(
                        request,
                        Stream.concat(Stream.of(wanted), Stream.of(unless)).toArray(Integer[]::new))
                .filter(reply -> reply.status() == wanted);
    }

    private static Optional<Reply> reply(Supplier<Reply> request, Integer... expected) {
        try {
            Reply reply = request.get();
            if (!reply.ok() && !List.of(expected).contains(reply.status())) {
                assertThat(reply.status()).as(reply.body()).isIn(401, 409, 429, 500, 502, 503, 504);
            }
            return Optional.of(reply);
        } catch (Unreachable _) {
            return Optional.empty();
        }
    }

    static void rest() {
        rest(REST);
    }

    static void rest(Duration pace) {
        LockSupport.parkNanos(pace.toNanos());
    }

    /** How many operations were begun by now. */
    int asked() {
        return asked.get();
    }

    /** How often somebody got no answer before he lost patience, or was told that others had always been first. */
    int failed() {
        return failed.get();
    }

    List<Operation> all() {
        return OperationLog.read(file);
    }

    @Override
    public void close() {
        log.close();
    }
}
