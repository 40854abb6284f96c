package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every event takes one of two instances longer than a claim lives without a sign of its holder; then it dies. */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class SlowHandlerTest {

    private static final Duration EACH = Duration.ofSeconds(12);

    /** Some events of each follower. */
    private static final Duration A_WHILE = EACH.multipliedBy(5);

    private final LocalStack stack;

    SlowHandlerTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsDoneTwiceThoughEventsTakeLong() throws IOException, InterruptedException {
        var newcomers = new Newcomers(stack);
        List<GuildhallClient> buyers =
                List.of(newcomers.register("slow1@example.org", "Ida"), newcomers.register("slow2@example.org", "Jan"));
        try (var second = Instance.of(stack, Parts.BILLING);
                var requests = new Requests()) {
            var check = new HouseCheck(stack);
            var callers = new Callers();
            BuyingLoad buying;
            try (callers) {
                buying = new BuyingLoad(stack, requests, callers, new HouseTime(stack), buyers, 3);
                awaitMore(buying);
                long first = stack.pid(Parts.BILLING);
                int restarts = stack.restarts(Parts.BILLING);
                CrashPoint.slowDown(first, EACH);
                Requests.rest(A_WHILE);
                assertThat(lag()).as("events that wait").isGreaterThan(5);
                stack.kill(Parts.BILLING);
                new Claims(stack, Parts.BILLING).awaitAllButOf(first);
                stack.awaitReady(Parts.BILLING, restarts + 1);
                awaitMore(buying);
                assertThat(second.ready()).isTrue();
            }
            buying.settles();

            assertThat(callers.surprises()).isEmpty();
            Findings findings = check.of(requests);
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        }
    }

    /** Of the follower that is furthest behind. */
    private long lag() {
        return stack.operator().get("/api/ops/billing/status").expect(200).json().findValues("lag").stream()
                .mapToLong(JsonNode::asLong)
                .max()
                .orElseThrow();
    }

    private static void awaitMore(BuyingLoad buying) {
        int enough = buying.bought() + 10;
        await().atMost(Duration.ofMinutes(3)).until(() -> buying.bought() >= enough);
    }
}
