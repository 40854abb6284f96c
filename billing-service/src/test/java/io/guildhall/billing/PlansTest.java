package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A plan from its first term to its end, with its invoices and the ledger. */
class PlansTest extends OverHttp {

    @Autowired
    PlansTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void aPlanIsRenewedCanceledAndEndsAndTheLedgerAddsUp() {
        member.put(house + "/invoices/recipient", "{\"name\": \"Ada <Byron>\", \"address\": \"London\"}")
                .expectStatus()
                .isNoContent();
        JsonNode order = order(plan());
        pay(order);
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("active"));
        JsonNode first = subscription();
        member.post(house + "/orders", offer(order)).expectStatus().isEqualTo(409);

        String holders = house + "/offers/" + first.path("offerId").asString() + "/holders";
        owner.get(holders).expectBody().jsonPath("$.items[0].renewing").isEqualTo(1);
        member.get(holders).expectStatus().isForbidden();
        owner.get(house + "/orders")
                .expectBody()
                .jsonPath("$.items[0].memberId")
                .isEqualTo(member.id())
                .jsonPath("$.items[0].order.status")
                .isEqualTo("paid");
        member.get(house + "/orders").expectStatus().isForbidden();

        passTermOf(first);
        await().untilAsserted(() -> assertThat(subscription().path("termStart")).isEqualTo(first.path("termEnd")));

        String cancellation =
                house + "/subscriptions/" + first.path("subscriptionId").asString() + "/cancellation";
        owner.post(cancellation).expectStatus().isNotFound();
        member.post(cancellation).expectStatus().isNoContent();
        member.post(cancellation)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-canceled");
        passTermOf(subscription());
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("canceled"));

        owner.post(house + "/orders/" + order.path("orderId").asString() + "/refund")
                .expectStatus()
                .isNoContent();
        owner.post(house + "/orders/" + order.path("orderId").asString() + "/refund")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-refunded");
        await().untilAsserted(() -> owner.get(house + "/ledger/audit")
                .expectBody()
                .jsonPath("$.transactions")
                .isEqualTo(5)
                .jsonPath("$.balanced")
                .isEqualTo(true)
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.sums[0].sumMinor")
                .isEqualTo(0)
                .jsonPath("$.accounts[?(@.account=='gateway-clearing')].sumMinor")
                .isEqualTo(2900));
        member.get(house + "/ledger/audit").expectStatus().isForbidden();
        assertThatTwoInvoicesWereWritten();
    }

    @Test
    void aRenewalThatTimesOutButChargedIsFoundByAsking() {
        JsonNode order = order(plan());
        pay(order);
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("active"));
        JsonNode first = subscription();
        behave(order, "{\"timesOut\": true}");

        passTermOf(first);
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.unknown"));
        await().untilAsserted(() ->
                assertThat(inQuestion().path(0).path("questions").toString()).isEqualTo("[\"in-doubt\"]"));
        clock.advance(Duration.ofSeconds(6));

        await().untilAsserted(() -> assertThat(subscription().path("termStart")).isEqualTo(first.path("termEnd")));
        await().untilAsserted(() -> assertThat(inQuestion()).isEmpty());
        assertThat(names().stream().filter("billing.payment.captured"::equals)).hasSize(2);
    }

    @Test
    void aDeclinedRenewalEndsTheSubscriptionWithItsTerm() {
        JsonNode order = order(plan());
        pay(order);
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("active"));
        JsonNode first = subscription();
        behave(order, "{\"declines\": true}");

        passTermOf(first);

        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("payment-failed"));
        assertThat(subscription().path("endedAt")).isEqualTo(first.path("termEnd"));
    }

    @Test
    void whoCancelsWhileTheRenewalIsChargedGetsTheMoneyBackAndNoTerm() {
        JsonNode order = order(plan());
        pay(order);
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("active"));
        JsonNode first = subscription();
        behave(order, "{\"timesOut\": true}");
        passTermOf(first);
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.unknown"));

        member.post(house + "/subscriptions/" + first.path("subscriptionId").asString() + "/cancellation")
                .expectStatus()
                .isNoContent();
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("canceled"));
        assertThat(subscription().path("endedAt")).isEqualTo(first.path("termEnd"));
        clock.advance(Duration.ofSeconds(6));

        await().untilAsserted(() -> assertThat(names()).contains("billing.order.refunded"));
        assertThat(names()).doesNotContain("billing.subscription.renewed");
        assertThat(subscription().path("termEnd")).isEqualTo(first.path("termEnd"));
        await().untilAsserted(() -> owner.get(house + "/ledger/audit")
                .expectBody()
                .jsonPath("$.transactions")
                .isEqualTo(5)
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.sums[0].sumMinor")
                .isEqualTo(0)
                .jsonPath("$.accounts[?(@.account=='gateway-clearing')].sumMinor")
                .isEqualTo(2900));
    }

    private JsonNode inQuestion() {
        return body(owner.get(house + "/ledger/payments-in-question")).path("items");
    }

    private void assertThatTwoInvoicesWereWritten() {
        JsonNode invoices = body(member.get(house + "/invoices/mine")).path("items");
        assertThat(invoices).hasSize(2);
        assertThat(invoices.path(0).path("number").asInt()).isEqualTo(1);
        assertThat(invoices.path(1).path("number").asInt()).isEqualTo(2);
        String page = house + "/invoices/" + invoices.path(0).path("invoiceId").asString() + "/page";
        assertThat(text(member.get(page))).contains("Ada &lt;Byron&gt;", "London", "29.00");
        nobody.get(page).expectStatus().isUnauthorized();
    }
}
