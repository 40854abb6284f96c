package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.sandbox.SandboxSignature;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a provider may do to us, and what comes of it: nothing, or what was paid for. */
class LyingProviderTest extends OverHttp {

    @Autowired
    LyingProviderTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void aMemberBuysACourseAndTheWebhookComesTwice() {
        JsonNode order = order(course(9900));
        assertThat(order.path("amountMinor").asLong()).isEqualTo(9900);
        behave(order, "{\"webhooks\": \"TWICE\"}");

        pay(order);

        awaitStatus(order, "paid");
        await().untilAsserted(() -> assertThat(names()).contains("billing.ledger.posted", "billing.invoice.issued"));
        assertThat(names().stream().filter("billing.order.paid"::equals)).hasSize(1);
        assertThat(names().stream().filter("billing.payment.captured"::equals)).hasSize(1);
    }

    @Test
    void webhooksOutOfOrderPayAllTheSame() {
        JsonNode order = order(course(500));
        behave(order, "{\"webhooks\": \"OUT_OF_ORDER\"}");

        pay(order);

        awaitStatus(order, "paid");
    }

    @Test
    void aWebhookThatNeverComesIsAskedFor() {
        JsonNode order = order(course(500));
        behave(order, "{\"webhooks\": \"NEVER\"}");
        pay(order);

        clock.advance(Duration.ofSeconds(6));

        awaitStatus(order, "paid");
    }

    @Test
    void aTimeoutThatChargedIsFoundByAsking() {
        JsonNode order = order(course(500));
        behave(order, "{\"timesOut\": true}");
        nobody.press(checkout(order), "pay").expectStatus().isEqualTo(504);

        clock.advance(Duration.ofSeconds(6));

        awaitStatus(order, "paid");
    }

    @Test
    void otherMoneyIsParkedAndPaysNothing() {
        JsonNode order = order(course(500));
        behave(order, "{\"tellsAmountMinor\": 499}");

        pay(order);

        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.mismatched"));
        awaitParked(order, "\"amountMinor\":499");
        awaitStatus(order, "placed");
    }

    @Test
    void anotherCurrencyOrOrderIsParkedAndPaysNothing() {
        JsonNode first = order(course(500));
        JsonNode second = order(course(500));
        String firstId = first.path("orderId").asString();
        String secondId = second.path("orderId").asString();

        take(captured(PaymentId.of(firstId), firstId, 500).replace("CNY", "USD"));
        take(captured(PaymentId.of(secondId), firstId, 500));

        awaitParked(first, "\"currency\":\"USD\"");
        awaitParked(second, "\"orderId\":\"" + firstId + "\"");
        awaitStatus(first, "placed");
        awaitStatus(second, "placed");
    }

    @Test
    void otherMoneyIsParkedAlsoWhenItIsToldOfAgainMuchLater() {
        JsonNode order = order(course(500));
        String orderId = order.path("orderId").asString();
        String paymentId = PaymentId.of(orderId);
        take(captured(paymentId, orderId, 499));
        awaitParked(order, "\"amountMinor\":499");

        take(captured(paymentId, orderId, 499));

        await().untilAsserted(() -> assertThat(parkedOf(paymentId)).isEqualTo(2));
        assertThat(names().stream().filter("billing.payment.mismatched"::equals))
                .hasSize(1);
    }

    @Test
    void otherMoneyIsParkedAlsoWhenItWasFoundByAskingBefore() {
        JsonNode order = order(course(500));
        String orderId = order.path("orderId").asString();
        behave(order, "{\"tellsAmountMinor\": 499, \"webhooks\": \"NEVER\"}");
        pay(order);
        clock.advance(Duration.ofSeconds(6));
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.mismatched"));

        take(captured(PaymentId.of(orderId), orderId, 499));

        awaitParked(order, "\"amountMinor\":499");
    }

    @Test
    void ownersAndOperatorsSeeThePaymentsThatAreInQuestion() {
        JsonNode order = order(course(500));
        String orderId = order.path("orderId").asString();
        String questions = house + "/ledger/payments-in-question";
        take(captured(PaymentId.of(orderId), orderId, 499));

        await().untilAsserted(() -> assertThat(body(owner.get(questions)).path("items"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("orderId").asString()).isEqualTo(orderId);
                    assertThat(item.path("questions").toString()).isEqualTo("[\"mismatched\"]");
                    assertThat(item.path("told").path("amountMinor").asLong()).isEqualTo(499);
                }));
        member.get(questions).expectStatus().isForbidden();
        nobody.get(questions).expectStatus().isUnauthorized();
        owner.get(questions + "?after=x").expectStatus().isEqualTo(422);
        member.get("/ops/payments-in-question").expectStatus().isForbidden();
        MEMBERS.role(owner.id(), "*", "operator");
        await().untilAsserted(() ->
                assertThat(text(owner.get("/ops/payments-in-question"))).contains(orderId));
    }

    @Test
    void aWebhookThatIsNotGenuineStoresNothing() {
        String body = "{\"id\": \"evt_1\", \"type\": \"payment.captured\"}";
        long before = webhooks();
        Instant now = Instant.now();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        for (String signature : List.of(
                "t=1,v1=00",
                SandboxSignature.sign("another", now, bytes),
                SandboxSignature.sign(SECRET, now.minusSeconds(310), bytes))) {
            nobody.post("/webhooks/sandbox", body, SandboxSignature.HEADER, signature)
                    .expectStatus()
                    .isEqualTo(400);
        }
        nobody.post("/webhooks/sandbox", body).expectStatus().isEqualTo(400);
        nobody.post("/webhooks/nobody", body).expectStatus().isNotFound();

        assertThat(webhooks()).isEqualTo(before);
    }

    @Test
    void aGenuineWebhookOfAPaymentThatIsNotOursIsParked() {
        String body = captured("pay_unknown", "ord_1", 1);
        String signature = signed(body);
        long before = parked();

        for (int i = 0; i < 2; i++) {
            nobody.post("/webhooks/sandbox", body, SandboxSignature.HEADER, signature)
                    .expectStatus()
                    .isNoContent();
        }

        await().untilAsserted(() -> assertThat(parked()).isEqualTo(before + 1));
    }

    @Test
    void aWebhookBeforeTheBrowserReturnsPaysAndTheNextChangesNothing() {
        JsonNode order = order(course(500));
        String orderId = order.path("orderId").asString();
        String body = captured(PaymentId.of(orderId), orderId, 500);

        take(body);

        awaitStatus(order, "paid");
        behave(order, "{\"delaySeconds\": 1}");
        pay(order);
        await().untilAsserted(
                        () -> assertThat(webhooksOf(PaymentId.of(orderId))).isEqualTo(3));
        assertThat(names().stream().filter("billing.order.paid"::equals)).hasSize(1);
    }

    private void take(String body) {
        nobody.post("/webhooks/sandbox", body, SandboxSignature.HEADER, signed(body))
                .expectStatus()
                .isNoContent();
    }

    /** As an operator is shown it. */
    private void awaitParked(JsonNode order, String report) {
        MEMBERS.role(owner.id(), "*", "operator");
        String paymentId = PaymentId.of(order.path("orderId").asString());
        await().untilAsserted(() -> assertThat(body(owner.get("/ops/parked-webhooks"))
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("paymentId").asString().equals(paymentId)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("reason").asString()).isEqualTo("mismatched");
                    assertThat(item.path("report").toString()).contains(report);
                }));
    }

    private static String captured(String paymentId, String orderId, long amountMinor) {
        return """
            {"id": "%s", "type": "payment.captured", "sessionId": "ses_1", "reference": "%s",
             "orderId": "%s", "amountMinor": %d, "currency": "CNY"}\
            """.formatted(Ids.next("evt"), paymentId, orderId, amountMinor);
    }

    private static String signed(String body) {
        return SandboxSignature.sign(SECRET, Instant.now(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static long webhooksOf(String paymentId) {
        return webhooksOf(paymentId, "waiting", "done", "parked");
    }

    private static long parkedOf(String paymentId) {
        return webhooksOf(paymentId, "parked");
    }

    private static long webhooksOf(String paymentId, String... states) {
        return Servers.database(OverHttp.class)
                .getCollection("received_webhooks")
                .countDocuments(Filters.and(Filters.in("state", states), Filters.eq("paymentId", paymentId)));
    }
}
