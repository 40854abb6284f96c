package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.platform.testing.SpoiledRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A course-service of its own hears of grants from a topic into which somebody writes what is no event, and always fails
 * at one grant, while courses are opened and closed.
 */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class PoisonFaultTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String FAILING = "course:crs_" + "f".repeat(32);
    private static final String BEHIND = "waits behind an earlier event of its stream";

    private final LocalStack stack;

    PoisonFaultTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void goesOnBehindPoisonAndHandlesInOrderWhatFailedOnceTheCauseIsGone()
            throws IOException, InterruptedException, ExecutionException {
        try (var topic = new OtherTopic(CourseAside.TOPIC);
                var aside = new CourseAside(stack);
                var requests = new Requests()) {
            CrashPoint.fail(aside.instance().pid(), FAILING);
            var poisoning = new Poisoning(topic, aside);
            var callers = new Callers();
            String failing;
            try (var copy = new TopicCopy(CourseAside.TOPIC, stack.kafka(), poisoning)) {
                try (callers) {
                    var granting = new GrantingLoad(stack, requests, callers);
                    await().atMost(PATIENCE)
                            .until(() -> copy.isWell() && poisoning.poisoned() == SpoiledRecord.KINDS.size());
                    failing = granting.giveAndTakeBack(FAILING).orElseThrow();
                }
                assertThat(callers.surprises()).isEmpty();
                stack.awaitQuiet();
                await().atMost(PATIENCE).until(copy::copiedAll);
            }
            System.out.println(poisoning);

            List<Document> all = aside.grantsOfTheStack();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(aside.grants()).isEqualTo(without(failing, all)));
            Map<String, List<String>> waiting = letters(aside, failing);
            assertThat(waiting.get("held-grants"))
                    .containsExactly("IllegalStateException: " + FAILING + " always fails", BEHIND);
            long waitingEvents = waiting.values().stream().mapToLong(List::size).sum();
            assertThat(aside.letters()).hasSize(Math.toIntExact(waitingEvents + SpoiledRecord.KINDS.size()));

            aside.instance().kill(); // and with it the cause
            aside.instance().reviveIfEnded();
            await().atMost(PATIENCE).until(aside.instance()::ready);
            retryAll(aside, failing);
            assertThat(aside.grants()).isEqualTo(all);
            assertThat(letters(aside, failing)).isEmpty();
        }
    }

    private static List<Document> without(String grant, List<Document> grants) {
        return grants.stream()
                .filter(each -> !each.getString("_id").equals(grant))
                .toList();
    }

    /** Why the events of a stream wait, in their order, by who could not handle them. */
    private static Map<String, List<String>> letters(CourseAside aside, String stream) {
        return aside.letters().stream()
                .filter(letter -> stream.equals(letter.getString("streamId")))
                .collect(Collectors.groupingBy(
                        letter -> letter.getString("follower"),
                        Collectors.mapping(letter -> letter.getString("reason"), Collectors.toList())));
    }

    private void retryAll(CourseAside aside, String stream) {
        GuildhallClient operator =
                new SideDoor(stack, stack.operator(), aside.instance().client()).get();
        Map<String, String> first = new HashMap<>();
        operator.get("/ops/dead-letters")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(letter -> letter.path("streamId").asString().equals(stream))
                .forEach(letter -> first.putIfAbsent(
                        letter.path("follower").asString(), letter.path("id").asString()));
        first.values()
                .forEach(letter -> assertThat(operator.post("/ops/dead-letters/retry?id=" + letter, null)
                                .expect(200)
                                .json()
                                .path("items"))
                        .isEmpty());
    }
}
