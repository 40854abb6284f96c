package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
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
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LocalStack stack;

    DisorderTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void whatIsHeardInDisorderIsTakenInOrderAndOnce() throws IOException, InterruptedException, ExecutionException {
        long seed = Long.getLong("guildhall.disorder.seed", System.nanoTime());
        System.out.println("disorder with seed " + seed + " (guildhall.disorder.seed)");
        try (var topic = new OtherTopic(CourseAside.TOPIC);
                var aside = new CourseAside(stack);
                var requests = new Requests()) {
            var careless =
                    new Careless(topic, seed, () -> await().atMost(PATIENCE).until(() -> standsStill(aside)));
            var callers = new Callers();
            try (var copy = new TopicCopy(CourseAside.TOPIC, stack.kafka(), careless)) {
                try (callers) {
                    new GrantingLoad(stack, requests, callers);
                    await().atMost(PATIENCE.multipliedBy(2))
                            .until(() -> !callers.surprises().isEmpty() || careless.sent() >= RECORDS);
                }
                assertThat(callers.surprises()).isEmpty();
                stack.awaitQuiet();
                await().atMost(PATIENCE).until(copy::copiedAll);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(aside.grants()).isEqualTo(aside.grantsOfTheStack()));

            System.out.println(careless.sent() + " records, " + careless.tooEarly() + " of them too early");
            assertThat(careless.tooEarly()).isGreaterThan(RECORDS / 20);
            assertThat(aside.instance().ready()).isTrue();
            assertThat(aside.letters()).isEmpty();
        }
    }

    /** It tells that an event is missing, and takes none behind it. */
    private static boolean standsStill(CourseAside aside) {
        return !aside.instance().ready();
    }
}
