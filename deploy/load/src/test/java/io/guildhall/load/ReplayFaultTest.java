package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lake is built anew while people found and buy, and analytics-service dies on the way. */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class ReplayFaultTest {

    private static final String REPLAYS = "/api/analytics/replays";

    private final LocalStack stack;

    ReplayFaultTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void theNewLakeHoldsWhatTheOldOneHeld() throws IOException, InterruptedException {
        GuildhallClient buyer = new Newcomers(stack).register("replay@fault.example.org", "Kim");
        var callers = new Callers();
        try (var requests = new Requests()) {
            var check = new HouseCheck(stack);
            BuyingLoad buying;
            Reply replay;
            try (callers) {
                buying = new BuyingLoad(stack, requests, callers, new HouseTime(stack), List.of(buyer), 1);
                new FoundingLoad(stack, requests, callers, List.of(stack::owner));
                replay = replayedThoughAnalyticsDies();
            }
            buying.settles();
            Findings findings = check.of(requests);

            assertThat(callers.surprises()).isEmpty();
            assertThat(replay.json().path("events").asLong()).isPositive();
            assertThat(replay.json().path("missing").asLong(-1)).isZero();
            assertThat(replay.json().path("surplus").asLong(-1)).isZero();
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        }
    }

    private Reply replayedThoughAnalyticsDies() {
        String id = stack.operator().post(REPLAYS, Map.of()).expect(202).text("replayId");
        int restarts = stack.restarts(Parts.ANALYTICS);
        stack.kill(Parts.ANALYTICS);
        stack.awaitReady(Parts.ANALYTICS, restarts + 1);
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> answer(() -> stack.operator().get(REPLAYS + "/" + id), 200, 404),
                        reply -> reply.filter(it -> it.text("status").equals("finished"))
                                .isPresent())
                .orElseThrow();
    }
}
