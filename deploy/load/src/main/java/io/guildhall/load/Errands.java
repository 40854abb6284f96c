package io.guildhall.load;

import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What an owner asks of three services in turn, once each and without patience. */
final class Errands {

    static final int KINDS = 4;

    /** Longer than the gateway waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Requests requests;
    private final Hall hall;
    private final GuildhallClient owner;
    private final Caller caller;
    private final AtomicInteger next = new AtomicInteger();

    Errands(LocalStack stack, Requests requests) {
        this.requests = requests;
        this.hall = Hall.found(stack, "A hall in demand");
        hall.publishCourse();
        this.owner = stack.owner().withPatience(PATIENCE);
        String memberId = owner.get("/api/me").expect(200).text("memberId");
        this.caller = new Caller(memberId, List.of(() -> owner));
    }

    /** Empty when there was no answer. */
    Optional<Reply> next() {
        int turn = next.getAndIncrement();
        return switch (turn % KINDS) {
            case 0 -> requests.once(caller, "/api/communities", Map.of("name", "In demand " + turn));
            case 1 -> requests.once(caller, hall.path() + "/courses", draft(turn));
            case 2 -> requests.once(caller, hall.path() + "/offers", plan(turn));
            default -> read(hall.path() + "/courses");
        };
    }

    private Optional<Reply> read(String path) {
        try {
            return Optional.of(owner.get(path));
        } catch (Unreachable _) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> draft(int turn) {
        List<Map<String, String>> lessons = List.of(Map.of("title", "The first", "markdown", "What happened."));
        return Map.of("title", "Course " + turn, "summary", "One lesson.", "language", "en", "lessons", lessons);
    }

    private static Map<String, Object> plan(int turn) {
        return Map.of(
                "kind",
                "PLAN",
                "period",
                "MONTH",
                "name",
                "Plan " + turn,
                "amountMinor",
                4_900,
                "currency",
                "CNY",
                "opens",
                List.of("course:*"));
    }
}
