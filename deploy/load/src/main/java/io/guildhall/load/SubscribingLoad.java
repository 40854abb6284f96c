package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Members who hold plans by the month. Whoever's plan has ended takes it again; some cancel while a renewal is being
 * charged, but those of whom a lie is told for the first time keep their plans, so that every lie is told. The provider
 * tells the truth of the first term, and lies about each renewal.
 */
final class SubscribingLoad {

    private static final int PLANS = 3;
    private static final int ONE_IN = 20;
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<Map<String, Object>> LIES = List.of(
            Map.of("webhooks", "TWICE", "delaySeconds", 3),
            Map.of("timesOut", true),
            Map.of("declines", true),
            Map.of("tellsAmountMinor", 4_899),
            Map.of("webhooks", "OUT_OF_ORDER"),
            Map.of("declines", true, "timesOut", true),
            Map.of("webhooks", "NEVER"));

    private final Requests requests;
    private final HouseTime time;
    private final Payer payer;
    private final Hall hall;
    private final Takings takings;
    private final SplittableRandom random;
    private final List<String> plans = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final AtomicInteger lies = new AtomicInteger();

    /** @param members signed in; each holds every plan of a community of the demo's owner */
    SubscribingLoad(
            LocalStack stack,
            Requests requests,
            Callers callers,
            HouseTime time,
            List<GuildhallClient> members,
            long seed) {
        this.requests = requests;
        this.time = time;
        this.payer = new Payer(stack);
        this.hall = Hall.found(stack, "A hall with a till");
        this.takings = new Takings(hall);
        this.random = new SplittableRandom(seed);
        hall.audit();
        for (int plan = 0; plan < PLANS; plan++) {
            plans.add(hall.sell("PLAN", "MONTH", "channel:*"));
        }
        for (GuildhallClient member : members) {
            var subscriber = new Subscriber(member, Caller.of(member));
            subscribers.add(subscriber);
            callers.start("subscriber-" + subscriber.caller.memberId(), subscriber::look);
        }
        await().atMost(PATIENCE)
                .until(() -> subscribers.stream().allMatch(each -> each.running() == PLANS && each.isLiedAbout()));
    }

    /** Who holds plans, and looks after them. */
    private final class Subscriber {

        private final GuildhallClient member;
        private final Caller caller;
        private final Map<String, String> checkouts = new HashMap<>();
        private final Set<String> kept = new HashSet<>();
        private final Set<String> unseen = new HashSet<>();

        private Subscriber(GuildhallClient member, Caller caller) {
            this.member = member;
            this.caller = caller;
        }

        private void look() {
            Optional<List<JsonNode>> orders = mine("orders");
            Optional<List<JsonNode>> subscriptions = mine("subscriptions");
            if (orders.isPresent() && subscriptions.isPresent() && seesAllOf(orders.get())) {
                orders.get().forEach(this::lieAbout);
                orders.get().forEach(this::perhapsCancel);
                plans.stream()
                        .filter(plan -> orders.get().stream().noneMatch(order -> waits(order) && isOf(plan, order)))
                        .filter(plan -> subscriptions.get().stream().noneMatch(held -> runs(held) && isOf(plan, held)))
                        .forEach(plan -> time.standStill(() -> subscribe(plan)));
            }
            Requests.rest(PACE);
        }

        private void subscribe(String plan) {
            requests.post(caller, hall.path() + "/orders", Map.of("offerId", plan))
                    .ifPresent(ordered -> {
                        payer.pay(ordered.text("checkoutUrl"), false);
                        remember(ordered);
                    });
        }

        /** Until his orders are listed he orders nothing: asked again, billing answers the order that waits. */
        private synchronized boolean seesAllOf(List<JsonNode> orders) {
            orders.forEach(order -> unseen.remove(order.path("orderId").asString()));
            return unseen.isEmpty();
        }

        private synchronized void remember(Reply ordered) {
            unseen.add(ordered.text("orderId"));
            checkouts.put(ordered.text("orderId"), ordered.text("checkoutUrl"));
        }

        private synchronized void lieAbout(JsonNode order) {
            String checkout = checkouts.get(order.path("orderId").asString());
            if (checkout != null && order.path("status").asString().equals("paid")) {
                int lie = lies.getAndIncrement();
                payer.tell(checkout, LIES.get(lie % LIES.size()));
                checkouts.remove(order.path("orderId").asString());
                if (lie < LIES.size()) {
                    kept.add(order.path("offerId").asString());
                } else {
                    kept.remove(order.path("offerId").asString());
                }
            }
        }

        private synchronized boolean keeps(JsonNode order) {
            return kept.contains(order.path("offerId").asString());
        }

        private void perhapsCancel(JsonNode order) {
            String subscription = order.path("subscriptionId").asString("");
            if (waits(order) && !subscription.isEmpty() && !keeps(order) && oneIn(ONE_IN)) {
                cancel(subscription);
            }
        }

        private void cancel(String subscription) {
            requests.post(caller, hall.path() + "/subscriptions/" + subscription + "/cancellation", null);
        }

        private void cancelAll() {
            mine("subscriptions").orElseThrow().stream()
                    .filter(held -> held.path("status").asString().equals("active"))
                    .forEach(held -> cancel(held.path("subscriptionId").asString()));
        }

        private long running() {
            return mine("subscriptions").stream()
                    .flatMap(List::stream)
                    .filter(SubscribingLoad::runs)
                    .count();
        }

        private synchronized boolean isLiedAbout() {
            return checkouts.isEmpty();
        }

        private boolean rests() {
            return running() == 0 && mine("orders").orElseThrow().stream().noneMatch(SubscribingLoad::waits);
        }

        private Optional<List<JsonNode>> mine(String what) {
            return answer(() -> member.get(hall.path() + "/" + what + "/mine?limit=200"), 200)
                    .map(reply -> reply.json().path("items").valueStream().toList());
        }
    }

    /** All cancel and their last terms pass: then all that was taken has become something, once. */
    void settles() {
        subscribers.forEach(Subscriber::cancelAll);
        time.forward(Duration.ofDays(40));
        await().atMost(PATIENCE).until(() -> subscribers.stream().allMatch(Subscriber::rests));
        takings.settle();
        System.out.println(takings);
        new Books(hall).hold(0, takings.terms(), takings.returned());
        assertThat(takings.renewals()).isPositive();
        assertThat(takings.declined()).isPositive();
        assertThat(takings.mismatched()).isPositive();
        assertThat(takings.doubted()).isPositive();
    }

    private static boolean waits(JsonNode order) {
        return order.path("status").asString().equals("placed");
    }

    private static boolean runs(JsonNode subscription) {
        return !subscription.path("status").asString().equals("ended");
    }

    private static boolean isOf(String plan, JsonNode bought) {
        return bought.path("offerId").asString().equals(plan);
    }

    private synchronized boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }
}
