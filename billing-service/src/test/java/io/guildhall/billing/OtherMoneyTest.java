package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.billing.payment.PaymentId;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Money that a provider tells of and nobody asked for: it pays nothing, is parked, and somebody is told. */
class OtherMoneyTest extends OverHttp {

    @Autowired
    OtherMoneyTest(TestIssuer issuer) {
        super(issuer);
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

        await().untilAsserted(() -> assertThat(webhooksOf(paymentId, "parked")).isEqualTo(2));
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
}
