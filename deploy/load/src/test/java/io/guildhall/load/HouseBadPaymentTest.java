package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Money that is forged, late, too little or asked for twice, at the gateway: it pays nothing, and somebody is told. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedStack.class)
class HouseBadPaymentTest {

    private static final Map<String, Object> COURSE = Map.of(
            "kind", "COURSE", "name", "Course", "amountMinor", 4_900, "currency", "CNY", "opens", List.of("course:*"));
    private static final Map<String, Object> PLAN = Map.of(
            "kind",
            "PLAN",
            "name",
            "Plan",
            "period",
            "MONTH",
            "amountMinor",
            4_900,
            "currency",
            "CNY",
            "opens",
            List.of("channel:*"));

    private final LocalStack stack;
    private final BadInput input;
    private final GuildhallClient owner;
    private final ProviderVoice provider;
    private String house = "";
    private String course = "";
    private GuildhallClient member;

    HouseBadPaymentTest(LocalStack stack) {
        this.stack = stack;
        this.input = new BadInput(stack);
        this.owner = stack.owner();
        this.member = stack.anyone();
        this.provider = new ProviderVoice(stack);
    }

    @BeforeAll
    void thereIsSomethingToBuy() throws InterruptedException {
        member = new Newcomers(stack).register("pia@example.org", "Pia Payer");
        house = "/api/communities/"
                + owner.post("/api/communities", Map.of("name", "The counting house", "language", "en"))
                        .expect(201)
                        .text("communityId");
        course = offer(COURSE);
    }

    @AfterAll
    void close() {
        provider.close();
    }

    @Test
    void aWebhookThatIsNotGenuineStoresNothing() {
        JsonNode order = order(offer(COURSE));
        String payment = provider.payment(id(order));
        String body = ProviderVoice.captured(payment, id(order), 4_900, "CNY");
        Instant now = Instant.now();

        for (String signature : Arrays.asList(
                null,
                "t=1,v1=00",
                ProviderVoice.signature("another secret", now, body),
                ProviderVoice.signature(LocalStack.SANDBOX_SECRET, now, body.replace("4900", "4901")),
                ProviderVoice.signature(LocalStack.SANDBOX_SECRET, now.minusSeconds(301), body),
                ProviderVoice.signature(LocalStack.SANDBOX_SECRET, now.plusSeconds(400), body))) {
            Reply reply = input.refused(400, "malformed-request", () -> provider.send(body, signature));

            assertThat(BadInput.pointers(reply)).containsExactly("/signature");
            assertThat(provider.received(payment)).as(String.valueOf(signature)).isZero();
        }
        assertThat(status(order)).isEqualTo("placed");

        provider.tell(body);
        await().atMost(Duration.ofSeconds(30)).until(() -> status(order).equals("paid"));
        assertThat(provider.received(payment)).isEqualTo(1);
    }

    @Test
    void moneyThatDiffersInAmountCurrencyOrOrderIsParkedAndAlarms() {
        JsonNode less = order(offer(COURSE));
        JsonNode foreign = order(offer(COURSE));
        JsonNode anothers = order(offer(COURSE));
        double alarmsBefore = alarms();

        provider.tell(ProviderVoice.captured(provider.payment(id(less)), id(less), 4_899, "CNY"));
        provider.tell(ProviderVoice.captured(provider.payment(id(foreign)), id(foreign), 4_900, "USD"));
        provider.tell(ProviderVoice.captured(provider.payment(id(anothers)), id(less), 4_900, "CNY"));

        for (JsonNode order : List.of(less, foreign, anothers)) {
            String payment = provider.payment(id(order));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(parked(payment)).isEqualTo("mismatched");
                assertThat(stream(payment)).endsWith("billing.payment.mismatched");
                assertThat(stack.run("logs", "billing", "-n", "2000").lines())
                        .anySatisfy(line -> assertThat(line)
                                .contains("ERROR", "Payment " + payment + " of order " + id(order), "4900 CNY"));
            });
            assertThat(status(order)).isEqualTo("placed");
        }
        assertThat(alarms()).isEqualTo(alarmsBefore + 3);
        assertThat(owner.get("/api/ops/billing/parked-webhooks").status()).isEqualTo(403);
    }

    @Test
    void moneyForAPaymentThatIsNotOursIsParked() {
        String payment = "pay_" + "0".repeat(32);

        provider.tell(ProviderVoice.captured(payment, "ord_" + "0".repeat(32), 4_900, "CNY"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked(payment)).isEqualTo("unknown-payment"));
    }

    @Test
    void aPriceOfTheClientsOwnIsUnknown() {
        Reply reply = input.refused(
                400,
                "unknown-property",
                () -> member.post(house + "/orders", Map.of("offerId", course, "amountMinor", 1)));

        assertThat(BadInput.pointers(reply)).containsExactly("/amountMinor");
    }

    @Test
    void aSecondRefundIsRefused() {
        JsonNode order = order(offer(COURSE));
        String refund = house + "/orders/" + id(order) + "/refund";
        input.refused(409, "order-not-paid", () -> owner.post(refund, null));
        pay(order);
        await().atMost(Duration.ofSeconds(30)).until(() -> status(order).equals("paid"));

        owner.post(refund, null).expect(204);

        input.refused(409, "already-refunded", () -> owner.post(refund, null));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(order).equals("refunded"));
    }

    @Test
    void aSecondCancellationIsRefused() {
        pay(order(offer(PLAN)));
        String mine = house + "/subscriptions/mine";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !member.get(mine).json().path("items").isEmpty());
        String subscription = member.get(mine)
                .json()
                .path("items")
                .path(0)
                .path("subscriptionId")
                .asString();
        String cancellation = house + "/subscriptions/" + subscription + "/cancellation";

        member.post(cancellation, null).expect(204);

        input.refused(409, "already-canceled", () -> member.post(cancellation, null));
    }

    private String offer(Map<String, Object> offer) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.post(house + "/offers", offer), Reply::ok)
                .text("offerId");
    }

    private JsonNode order(String offer) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> member.post(house + "/orders", Map.of("offerId", offer)), Reply::ok)
                .json();
    }

    private void pay(JsonNode order) {
        stack.anyone()
                .send(
                        "POST",
                        order.path("checkoutUrl").asString(),
                        "action=pay",
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .expect(200);
    }

    private static String id(JsonNode order) {
        return order.path("orderId").asString();
    }

    private String status(JsonNode order) {
        return member.get(house + "/orders/" + id(order)).text("status");
    }

    /** Why a webhook of this payment is parked, as operators are shown. */
    private String parked(String payment) {
        return stack.operator()
                .get("/api/ops/billing/parked-webhooks")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("paymentId").asString().equals(payment))
                .map(item -> item.path("reason").asString())
                .findFirst()
                .orElse("");
    }

    private List<String> stream(String payment) {
        return stack.operator()
                .get("/api/ops/billing/streams/" + payment)
                .expect(200)
                .json()
                .path("events")
                .valueStream()
                .map(event -> event.path("name").asString())
                .filter(name -> !name.endsWith(".check-due"))
                .toList();
    }

    private double alarms() {
        return stack.measures("billing-service")
                .lines()
                .filter(line -> line.startsWith("guildhall_billing_mismatched_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
