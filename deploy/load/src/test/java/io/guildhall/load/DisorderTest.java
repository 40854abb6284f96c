package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.guildhall.load.Requests.Caller;
import io.guildhall.platform.testing.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A course-service of its own hears of grants from a topic in which ten thousand records come too early, late, or more than
 * once: it stands still before each gap, goes on behind it, and ends with what the other one has.
 */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class DisorderTest {

    private static final int RECORDS = 10_000;
    private static final int OWNERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LocalStack stack;

    DisorderTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void whatIsHeardInDisorderIsTakenInOrderAndOnce() throws IOException, InterruptedException {
        long seed = Long.getLong("guildhall.disorder.seed", System.nanoTime());
        System.out.println("disorder with seed " + seed + " (guildhall.disorder.seed)");
        var otherwise =
                Map.of("MONGODB_URI", stack.mongodb() + "/guildhall_course_aside", "KAFKA_BOOTSTRAP", Servers.kafka());
        try (var listener = Instance.of(stack, "course-service", otherwise);
                var copy = new CarelessCopy(
                        "guildhall.member",
                        stack.kafka(),
                        Servers.kafka(),
                        seed,
                        () -> await().atMost(PATIENCE).until(() -> standsStill(listener)));
                var requests = new Requests()) {
            var callers = new Callers();
            try (callers) {
                grantAndEnd(requests, callers);
                await().atMost(PATIENCE.multipliedBy(2))
                        .until(() -> !callers.surprises().isEmpty() || copy.sent() >= RECORDS);
            }
            assertThat(callers.surprises()).isEmpty();
            stack.awaitQuiet();
            await().atMost(PATIENCE).until(copy::copiedAll);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(grants("guildhall_course_aside")).isEqualTo(grants("guildhall_course")));

            System.out.println(copy.sent() + " records, " + copy.tooEarly() + " of them too early");
            assertThat(copy.tooEarly()).isGreaterThan(RECORDS / 20);
            assertThat(listener.ready()).isTrue();
            assertThat(letters("guildhall_course_aside")).isZero();
        }
    }

    /** It tells that an event is missing, and takes none behind it. */
    private static boolean standsStill(Instance listener) {
        return !listener.ready();
    }

    private void grantAndEnd(Requests requests, Callers callers) {
        Hall hall = Hall.found(stack, "A hall of grants");
        var owner = Caller.of(stack.owner());
        var number = new AtomicInteger();
        for (int each = 0; each < OWNERS; each++) {
            callers.start("granting-" + each, () -> {
                String course = "course:crs_%032x".formatted(number.incrementAndGet());
                var grant = Map.of("memberId", owner.memberId(), "resource", course, "reason", "A gift");
                requests.post(owner, hall.path() + "/grants", grant)
                        .map(given -> hall.path() + "/grants/" + given.text("grantId"))
                        .ifPresent(given ->
                                requests.send(owner, "DELETE", given, "taking back", Map.of("reason", "Taken back")));
            });
        }
    }

    private List<Document> grants(String database) {
        try (var mongo = MongoClients.create(stack.mongodb())) {
            return mongo.getDatabase(database)
                    .getCollection("held_grant")
                    .find(Filters.empty())
                    .sort(Sorts.ascending("_id"))
                    .into(new ArrayList<>());
        }
    }

    private long letters(String database) {
        try (var mongo = MongoClients.create(stack.mongodb())) {
            return mongo.getDatabase(database).getCollection("dead_letters").countDocuments();
        }
    }
}
