package io.guildhall.local.demo.history;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.demo.history.HistoryState.Move;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Parts;
import io.guildhall.local.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All services together, as their operator sees them: their one time, and whether anything is still under way. */
final class House {

    /** Services look for what is due twice a second. */
    private static final Duration DUE_IS_SEEN = Duration.ofMillis(650);

    private static final Duration TOLERANCE = Duration.ofMinutes(1);
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

    /**
     * The clocks stand where the history left them, or where a move that was begun brought them.
     *
     * @throws StackFailure when a service lives at another time: its databases are not those of this history
     */
    void requireItsTime() {
        for (String service : Parts.SERVICES) {
            Duration off = ahead(service).minus(history.offset());
            Duration moved = Duration.ofSeconds(
                    history.move() == null ? 0 : history.move().seconds());
            if (off.abs().compareTo(TOLERANCE) > 0 && off.minus(moved).abs().compareTo(TOLERANCE) > 0) {
                throw new StackFailure(
                        ExitCode.FOLDER_UNUSABLE,
                        "The clock of %s is not where this history left it: its database holds something else."
                                        .formatted(service)
                                + " Give this history databases of its own, or leave MONGODB_URI away.");
            }
        }
    }

    /** How far a service's clock is ahead of the real one; negative behind it. */
    private Duration ahead(String service) {
        String time = Wire.patiently(() -> operator.get(path(service, "status")))
                .expect(200)
                .text("time");
        return Duration.between(Instant.now(), Instant.parse(time));
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
            Duration half = history.offset().plusSeconds(begun.seconds() / 2);
            move(
                    begun,
                    Parts.SERVICES.stream()
                            .filter(service -> ahead(service).compareTo(half) < 0)
                            .toList());
        }
    }

    private void move(Move move) {
        move(move, Parts.SERVICES);
    }

    private void move(Move move, List<String> services) {
        history.moving(move);
        var body = Map.of("advance", Duration.ofSeconds(move.seconds()).toString());
        crew.all(services.stream()
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
