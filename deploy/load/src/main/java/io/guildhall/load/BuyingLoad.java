package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static io.guildhall.load.Requests.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Members who buy and pay, while the provider lies: it tells twice, late, out of order or never, or charges silently.
 * Some of them are given their money back.
 */
final class BuyingLoad {

    private static final long PRICE = 4_900;
    private static final int GIVEN_BACK_ONE_IN = 4;
    private static final List<Map<String, Object>> LIES = List.of(
            Map.of("webhooks", "ONCE"),
            Map.of("webhooks", "TWICE"),
            Map.of("webhooks", "TWICE", "delaySeconds", 3),
            Map.of("webhooks", "OUT_OF_ORDER"),
            Map.of("webhooks", "NEVER"),
            Map.of("timesOut", true));

    private record Bought(GuildhallClient buyer, String orderId, String resource) {}

    private final LocalStack stack;
    private final Requests requests;
    private final HouseTime time;
    private final Payer payer;
    private final Hall hall;
    private final SplittableRandom random;
    private final Queue<Bought> bought = new ConcurrentLinkedQueue<>();
    private final Queue<Bought> waiting = new ConcurrentLinkedQueue<>();
    private final Set<String> givenBack = ConcurrentHashMap.newKeySet();

    /** @param buyers signed in; each buys one thing after the other in a community of the demo's owner */
    BuyingLoad(
            LocalStack stack,
            Requests requests,
            Callers callers,
            HouseTime time,
            List<GuildhallClient> buyers,
            long seed) {
        this.stack = stack;
        this.requests = requests;
        this.time = time;
        this.payer = new Payer(stack);
        this.hall = Hall.found(stack, "A hall with a market");
        this.random = new SplittableRandom(seed);
        String owner = stack.owner().get("/api/me").expect(200).text("memberId");
        hall.audit();
        var seller = new Caller(owner, List.of(stack::owner));
        for (GuildhallClient buyer : buyers) {
            var caller = new Caller(buyer.get("/api/me").expect(200).text("memberId"), List.of(() -> buyer));
            callers.start("buyer-" + caller.memberId(), () -> buy(seller, caller, buyer));
        }
    }

    private void buy(Caller seller, Caller caller, GuildhallClient buyer) {
        String resource = resource();
        var offer = Map.of(
                "kind",
                "COURSE",
                "name",
                "For sale",
                "amountMinor",
                PRICE,
                "currency",
                "CNY",
                "opens",
                List.of(resource));
        requests.post(seller, hall.path() + "/offers", offer)
                .ifPresent(offered -> time.standStill(() -> order(caller, buyer, offered.text("offerId"), resource)));
        Optional.ofNullable(waiting.poll()).ifPresent(earlier -> perhapsGiveBack(seller, earlier));
        rest();
    }

    private void perhapsGiveBack(Caller seller, Bought earlier) {
        String order = hall.path() + "/orders/" + earlier.orderId();
        boolean paid = answer(() -> earlier.buyer().get(order), 200, 404)
                .filter(shown -> shown.text("status").equals("paid"))
                .isPresent();
        if (!paid) {
            waiting.add(earlier);
        } else if (oneIn(GIVEN_BACK_ONE_IN)
                && requests.post(seller, order + "/refund", null).isPresent()) {
            givenBack.add(earlier.orderId());
        }
    }

    private void order(Caller caller, GuildhallClient buyer, String offer, String resource) {
        // 404: not listed yet
        requests.post(caller, hall.path() + "/orders", Map.of("offerId", offer), 404)
                .ifPresent(ordered -> {
                    Map<String, Object> lie = pick();
                    payer.tell(ordered.text("checkoutUrl"), lie);
                    payer.pay(ordered.text("checkoutUrl"), lie.containsKey("timesOut"));
                    var done = new Bought(buyer, ordered.text("orderId"), resource);
                    bought.add(done);
                    waiting.add(done);
                });
    }

    /** What is paid is paid once, and given back once: invoices, open doors, and the ledger of it all. */
    void settles() {
        for (Bought each : bought) {
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> settled(each, givenBack.contains(each.orderId())));
        }
        stack.awaitQuiet();
        new Books(hall).hold(bought.size() - givenBack.size(), 0, givenBack.size());
    }

    private void settled(Bought purchase, boolean returned) {
        assertThat(purchase.buyer()
                        .get(hall.path() + "/orders/" + purchase.orderId())
                        .expect(200)
                        .text("status"))
                .isEqualTo(returned ? "refunded" : "paid");
        assertThat(purchase.buyer()
                        .get(hall.path() + "/access?resource=" + purchase.resource())
                        .expect(200)
                        .json()
                        .path("because")
                        .size())
                .isEqualTo(returned ? 0 : 1);
    }

    int bought() {
        return bought.size();
    }

    private synchronized Map<String, Object> pick() {
        return LIES.get(random.nextInt(LIES.size()));
    }

    private synchronized boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private synchronized String resource() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return "course:crs_" + HexFormat.of().formatHex(id);
    }
}
