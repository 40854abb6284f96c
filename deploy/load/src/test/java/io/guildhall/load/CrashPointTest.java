package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** billing-service dies once at each named point, while people buy and plans are renewed. */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class CrashPointTest {

    private static final Duration MORE_THAN_A_TERM = Duration.ofDays(32);

    private final LocalStack stack;

    CrashPointTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostOrDoubledWhereverBillingDies() throws IOException, InterruptedException {
        var newcomers = new Newcomers(stack);
        List<GuildhallClient> people = new ArrayList<>();
        for (String name : List.of("Hal", "Ida", "Jo")) {
            people.add(newcomers.register(name + "@crash.example.org", name));
        }
        var time = new HouseTime(stack);
        var callers = new Callers();
        try (var requests = new Requests()) {
            var check = new HouseCheck(stack);
            BuyingLoad buying;
            SubscribingLoad subscribing;
            try (callers) {
                subscribing = new SubscribingLoad(stack, requests, callers, time, people, 1);
                buying = new BuyingLoad(stack, requests, callers, time, people, 1);
                new FoundingLoad(stack, requests, callers, List.of(stack::owner), 1); // billing hears of them
                for (CrashPoint point : CrashPoint.values()) {
                    int restarts = stack.restarts(Parts.BILLING);
                    point.set(stack.pid(Parts.BILLING));
                    if (point == CrashPoint.DUE_DATE) {
                        time.forward(MORE_THAN_A_TERM);
                    }
                    await(point.name())
                            .atMost(Duration.ofMinutes(2))
                            .until(() -> stack.restarts(Parts.BILLING) > restarts);
                    stack.awaitReady(Parts.BILLING, restarts + 1);
                }
            }
            buying.settles();
            subscribing.settles();
            Findings findings = check.of(requests);

            assertThat(callers.surprises()).isEmpty();
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        }
    }
}
