package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.Relay.Way;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lines from a second instance of community-service to store and broker, and from its callers to it, go bad one after the
 * other, while every request goes to both instances at once and each claims what it can.
 */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class NetworkFaultTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Longer than a broker keeps a member of a group without a sign of life. */
    private static final Duration LONG = Duration.ofSeconds(15);

    /** Longer than anybody waits for an answer. */
    private static final Duration VERY_LONG = Duration.ofSeconds(90);

    private final LocalStack stack;

    NetworkFaultTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostOrDoubledThoughLinesGoBad() throws IOException, InterruptedException {
        try (var store = new Relay(stack.sparePort(), stack.port(Parts.STORE));
                var broker = new Relay(stack.sparePort(), stack.port(Parts.BROKER));
                var second = Instance.of(
                        stack,
                        "community-service",
                        Map.of(
                                "MONGODB_URI",
                                "mongodb://127.0.0.1:" + store.port() + "/?directConnection=true",
                                "KAFKA_BOOTSTRAP",
                                "127.0.0.1:" + broker.port()));
                var callers = new Relay(stack.sparePort(), second.port());
                var requests = new Requests()) {
            var check = new HouseCheck(stack);
            var door = new SideDoor(
                    stack, stack.owner(), new GuildhallClient(URI.create("http://127.0.0.1:" + callers.port())));
            var claims = new Claims(stack, "community-service");
            var load = new Callers();
            try (load) {
                var founding = new FoundingLoad(stack, requests, load, List.of(stack::owner, door));
                long first = stack.pid("community-service");
                stack.kill("community-service");
                claims.awaitAllButOf(first);
                for (Relay line : List.of(store, broker, callers)) {
                    goBad(line, Way.CUT, SHORT, founding);
                    goBad(line, Way.SLOW, SHORT, founding);
                    goBad(line, Way.DEAF, SHORT, founding);
                    goBad(line, Way.CUT, LONG, founding);
                    goBad(line, Way.HOLE, LONG, founding);
                    goBad(line, Way.HOLE, VERY_LONG, founding);
                }
                store.be(Way.HOLE);
                claims.awaitAllButOf(second.pid());
                goBad(store, Way.HOLE, SHORT, founding);
                await().atMost(Duration.ofMinutes(2)).until(second::ready);
            }

            assertThat(load.surprises()).isEmpty();
            Findings findings = check.of(requests);
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        }
    }

    /** For a while; then work goes on. */
    private static void goBad(Relay line, Way way, Duration span, FoundingLoad load) {
        line.be(way);
        Requests.rest(span);
        line.be(Way.OPEN);
        int enough = load.founded() + 3;
        await().atMost(Duration.ofMinutes(2)).until(() -> load.founded() >= enough);
    }
}
