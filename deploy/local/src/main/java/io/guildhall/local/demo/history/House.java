package io.guildhall.local.demo.history;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.demo.history.HistoryState.Move;
import io.guildhall.local.stack.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All services together, as their operator sees them: their one time, and whether anything is still under way. */
final class House {

    /** Services look for what is due twice a second. */
    private static final Duration DUE_IS_SEEN = Duration.ofMillis(650);

    private static final Duration LOOK = Duration.ofMillis(60);

    private final GuildhallClient operator;
    private final History history;
    private final String key;
    private final Crew crew;

    /** @param key begins every idempotency key */
    House(GuildhallClient operator, History history, String key, Crew crew) {
        this.operator = operator;
        this.history = history;
        this.key = key;
        this.crew = crew;
    }

    /** Moves all clocks forward to that time; those that are past it already stay. */
    void moveTo(Instant time, int stop) {
        finishMove();
        long seconds =
                Duration.between(Instant.now().plus(history.offset()), time).toSeconds();
        if (seconds > 0) {
            move(new Move(key + "-clock-" + stop, seconds));
        }
    }

    /** Moves all clocks to the real time, to the second. */
    void moveToNow() {
        finishMove();
        long seconds = history.offset().negated().toSeconds();
        if (seconds > 0) {
            move(new Move(key + "-clock-now", seconds));
        }
    }

    private void finishMove() {
        Move begun = history.move();
        if (begun != null) {
            move(begun);
        }
    }

    private void move(Move move) {
        history.moving(move);
        var body = Map.of("advance", Duration.ofSeconds(move.seconds()).toString());
        crew.all(Parts.SERVICES.stream()
                .<Runnable>map(service -> () -> Wire.patiently(
                                () -> operator.post(path(service, "clock"), body, "Idempotency-Key", move.key()))
                        .expect(200))
                .toList());
        history.moved(move);
    }

    /** Waits until what was done has had all its consequences. */
    void settle() {
        settle(LOOK);
    }

    /** Waits until what has become due by a move of the clocks is done, with all its consequences. */
    void settleWhatIsDue() {
        settle(DUE_IS_SEEN);
    }

    /** Quiet is what stays so for a while: nothing to follow, and nothing new. */
    private void settle(Duration quiet) {
        long[] last = {-1, System.nanoTime()};
        Wire.until("every follower has seen every event (./guildhall status shows which has not)", () -> {
            long events = eventsIfQuiet();
            if (events < 0 || events != last[0]) {
                last[0] = events;
                last[1] = System.nanoTime();
                return false;
            }
            return System.nanoTime() - last[1] >= quiet.toNanos();
        });
    }

    /** How many events there are; -1 while something follows them. */
    private long eventsIfQuiet() {
        ConcurrentMap<String, Long> found = new ConcurrentHashMap<>();
        crew.all(Parts.SERVICES.stream()
                .<Runnable>map(service -> () -> found.put(service, eventsIfQuiet(service)))
                .toList());
        return found.containsValue(-1L)
                ? -1
                : found.values().stream().mapToLong(Long::longValue).sum();
    }

    private long eventsIfQuiet(String service) {
        Reply reply =
                Wire.patiently(() -> operator.get(path(service, "status"))).expect(200);
        JsonNode status = reply.json();
        long behind = Stream.of("logs", "followers")
                .flatMap(what -> status.path(what).valueStream())
                .mapToLong(each -> each.path("lag").asLong(0))
                .sum();
        return behind > 0
                ? -1
                : status.path("logs")
                        .valueStream()
                        .mapToLong(log -> log.path("head").asLong(0))
                        .sum();
    }

    /** Waits until analytics has every event. */
    void awaitLake() {
        Wire.until("the lake has every event", () -> {
            Reply lake = operator.get("/api/analytics/lake");
            return lake.ok() && lake.json().path("lag").asLong(1) == 0;
        });
    }

    private static String path(String service, String what) {
        return "/api/ops/" + Parts.shortName(service) + "/" + what;
    }
}
