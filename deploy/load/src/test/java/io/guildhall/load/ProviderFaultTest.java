package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A thousand orders, of whose payment the provider tells the truth once in nine times. A quarter of an hour later each is
 * paid once, but those of which it told another sum: these wait for somebody to look.
 */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class ProviderFaultTest {

    private static final int ORDERS = Integer.getInteger("guildhall.provider.orders", 1_000);
    private static final int BUYERS = 8;
    private static final Duration SETTLED = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<String, Object> ANOTHER_SUM = Map.of("tellsAmountMinor", 4_899);
    private static final List<Map<String, Object>> SCRIPT = List.of(
            Map.of(),
            Map.of("webhooks", "TWICE"),
            Map.of("webhooks", "OUT_OF_ORDER"),
            Map.of("webhooks", "NEVER"),
            Map.of("webhooks", "TWICE", "delaySeconds", 20),
            Map.of("timesOut", true),
            Map.of("webhooks", "NEVER", "tellsNothing", 2),
            Map.of("timesOut", true, "tellsNothing", 1),
            ANOTHER_SUM);

    private record Ordered(GuildhallClient buyer, String orderId, boolean untrue) {}

    private final LocalStack stack;
    private final Payer payer;
    private final Queue<Ordered> ordered = new ConcurrentLinkedQueue<>();
    private Hall hall;
    private List<String> offers;

    ProviderFaultTest(LocalStack stack) {
        this.stack = stack;
        this.payer = new Payer(stack);
    }

    @BeforeEach
    void open() {
        hall = Hall.found(stack, "A hall with a thousand customers");
        hall.audit();
        offers = new ArrayList<>();
        for (int at = 0; at < Math.ceilDiv(ORDERS, BUYERS); at++) {
            offers.add(hall.sell("COURSE", null, "course:crs_%032x".formatted(at)));
        }
    }

    @Test
    void whateverTheProviderSaysEachOrderIsPaidOnce() throws IOException, InterruptedException {
        var newcomers = new Newcomers(stack);
        List<GuildhallClient> buyers = new ArrayList<>();
        for (int each = 0; each < BUYERS; each++) {
            buyers.add(newcomers.register("script" + each + "@example.org", "Pat " + each));
        }
        var check = new HouseCheck(stack);
        try (var requests = new Requests()) {
            buyAll(requests, buyers);

            new HouseTime(stack).forward(SETTLED);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(paid()).isEqualTo(truthful()));
            Findings findings = check.of(requests);
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        }
        assertThat(ordered).hasSize(ORDERS);
        assertThat(charges()).isEqualTo(ORDERS);
        assertThat(inQuestion()).isEqualTo(ORDERS - truthful());
        new Books(hall).hold((int) truthful(), 0);
    }

    private void buyAll(Requests requests, List<GuildhallClient> buyers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        Queue<Throwable> wrongs = new ConcurrentLinkedQueue<>();
        for (int each = 0; each < BUYERS; each++) {
            int first = each;
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, wrong) -> wrongs.add(wrong))
                    .start(() -> {
                        Caller caller = Caller.of(buyers.get(first));
                        for (int at = first; at < ORDERS; at += BUYERS) {
                            buy(
                                    requests,
                                    caller,
                                    buyers.get(first),
                                    offers.get(at / BUYERS),
                                    SCRIPT.get(at % SCRIPT.size()));
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrongs).isEmpty();
    }

    private void buy(Requests requests, Caller caller, GuildhallClient buyer, String offer, Map<String, Object> lie) {
        var order = requests.post(caller, hall.path() + "/orders", Map.of("offerId", offer), 404)
                .orElseThrow();
        payer.tell(order.text("checkoutUrl"), lie);
        payer.pay(order.text("checkoutUrl"), lie.containsKey("timesOut"));
        ordered.add(new Ordered(buyer, order.text("orderId"), lie.equals(ANOTHER_SUM)));
    }

    private long truthful() {
        return ordered.stream().filter(each -> !each.untrue()).count();
    }

    /** How many orders their buyers are shown as paid. */
    private long paid() {
        return ordered.stream()
                .filter(each -> each.buyer()
                        .get(hall.path() + "/orders/" + each.orderId())
                        .text("status")
                        .equals("paid"))
                .count();
    }

    /** By the provider's own account. */
    private long charges() {
        try (var mongo = MongoClients.create(stack.mongodb())) {
            List<String> ids = ordered.stream().map(Ordered::orderId).toList();
            return mongo.getDatabase("guildhall_billing")
                    .getCollection("sandbox_sessions")
                    .countDocuments(Filters.and(Filters.in("orderId", ids), Filters.eq("status", "PAID")));
        }
    }

    private long inQuestion() {
        return stack.owner()
                .get(hall.path() + "/ledger/payments-in-question?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(JsonNode::toString)
                .filter(item -> item.contains("mismatched"))
                .count();
    }
}
