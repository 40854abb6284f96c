package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import io.guildhall.platform.testing.contract.ApiContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Buying, and what is refused. */
class BillingServiceTest extends OverHttp {

    @Autowired
    BillingServiceTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void anOrderKeepsTheVersionItWasPlacedAt() {
        String offer = course(9900);
        JsonNode order = order(offer);

        owner.put(house + "/offers/" + offer, """
            {"name": "Java", "amountMinor": 12900, "currency": "CNY", "opens": ["course:*"]}\
            """).expectStatus().isNoContent();
        await().untilAsserted(() -> member.get(house + "/offers/" + offer)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2));
        pay(order);

        awaitStatus(order, "paid");
        member.get(house + "/orders/mine")
                .expectBody()
                .jsonPath("$.items[0].amountMinor")
                .isEqualTo(9900)
                .jsonPath("$.items[0].offerVersion")
                .isEqualTo(1);
    }

    @Test
    void aDeclinedPaymentMayBeTriedAgain() {
        JsonNode order = order(course(500));

        assertThat(page(order, "decline")).contains("was declined");
        assertThat(page(order, "pay")).contains("was made");

        awaitStatus(order, "paid");
    }

    @Test
    void aRepeatedOrderIsTheSameOrderAtTheSamePrice() {
        String offer = course(9900);
        String wish = "{\"offerId\": \"%s\"}".formatted(offer);
        String key = Ids.next("key");
        JsonNode first = body(member.post(house + "/orders", wish, "Idempotency-Key", key));
        await().untilAsserted(() -> member.get(
                        house + "/orders/" + first.path("orderId").asString())
                .expectStatus()
                .isOk());
        List<String> before = names();
        assertThat(body(member.post(house + "/orders", wish, "Idempotency-Key", key)))
                .isEqualTo(first);

        owner.put(house + "/offers/" + offer, """
            {"name": "Java", "amountMinor": 12900, "currency": "CNY", "opens": ["course:*"]}\
            """);
        await().untilAsserted(() -> member.get(house + "/offers/" + offer)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2));
        before = names();
        Servers.database(OverHttp.class).getCollection("idempotency_keys").drop();
        assertThat(body(member.post(house + "/orders", wish, "Idempotency-Key", key)))
                .isEqualTo(first);

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aCourseIsNotSoldTwiceUnlessItsMoneyWasGivenBack() {
        String offer = course(9900);
        String wish = "{\"offerId\": \"%s\"}".formatted(offer);
        String key = Ids.next("key");
        JsonNode order = body(member.post(house + "/orders", wish, "Idempotency-Key", key));
        pay(order);
        awaitStatus(order, "paid");

        member.post(house + "/orders", wish)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-bought");
        Servers.database(OverHttp.class).getCollection("idempotency_keys").drop();
        assertThat(body(member.post(house + "/orders", wish, "Idempotency-Key", key)))
                .isEqualTo(order);

        owner.post(house + "/orders/" + order.path("orderId").asString() + "/refund")
                .expectStatus()
                .isNoContent();
        awaitStatus(order, "refunded");
        pay(order(offer));
    }

    @Test
    void aSecondCheckoutIsTheOrderThatWaits() {
        String offer = course(9900);
        JsonNode first = order(offer);
        awaitStatus(first, "placed");

        assertThat(order(offer)).isEqualTo(first);
    }

    @Test
    void aCourseThatIsPaidTwiceIsPaidForOnceAndStaysOpen() {
        String offer = course(9900);
        JsonNode earlier = order(offer);
        awaitStatus(earlier, "placed");
        owner.put(house + "/offers/" + offer, """
            {"name": "Java", "amountMinor": 12900, "currency": "CNY", "opens": ["course:*"]}\
            """);
        await().untilAsserted(() -> member.get(house + "/offers/" + offer)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2));
        JsonNode later = order(offer);
        assertThat(later.path("orderId")).isNotEqualTo(earlier.path("orderId"));

        pay(later);
        awaitStatus(later, "paid");
        pay(earlier);

        awaitStatus(earlier, "refunded");
        awaitStatus(later, "paid");
        await().untilAsserted(
                        () -> assertThat(text(nobody.get(checkout(earlier)))).contains("given back"));
    }

    @Test
    void aRefundGivesTheMoneyBackAtTheProvider() {
        JsonNode order = order(course(9900));
        String refund = house + "/orders/" + order.path("orderId").asString() + "/refund";
        owner.post(refund)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order-not-paid");
        pay(order);
        awaitStatus(order, "paid");

        member.post(refund).expectStatus().isForbidden();
        owner.post(refund).expectStatus().isNoContent();

        awaitStatus(order, "refunded");
        await().untilAsserted(
                        () -> assertThat(text(nobody.get(checkout(order)))).contains("given back"));
    }

    @Test
    void keepsItsApi(@Autowired ApiContract api) {
        api.check();
    }

    @Test
    void describesItsEndpointsAndNotTheSandbox() {
        assertThat(text(nobody.get("/v3/api-docs")))
                .contains("/orders/{orderId}/refund", "/subscriptions/mine", "/ledger/audit")
                .doesNotContain("/pay/sandbox");
    }

    @Test
    void badInputIsRefusedAndLeavesNothingBehind() {
        String offer = course(9900);
        List<String> before = names();

        member.post(house + "/orders", "{\"offerId\": \"%s\", \"amountMinor\": 1}".formatted(offer))
                .expectStatus()
                .isEqualTo(400)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unknown-property");
        nobody.post(house + "/orders", "{\"offerId\": \"%s\"}".formatted(offer))
                .expectStatus()
                .isUnauthorized();
        member.post(house + "/orders", "{\"offerId\": \"off_1\"}")
                .expectStatus()
                .isEqualTo(422);
        member.post("/api/communities/com_other/orders", "{\"offerId\": \"%s\"}".formatted(offer))
                .expectStatus()
                .isNotFound();
        member.post(house + "/offers", "{}").expectStatus().isForbidden();
        owner.post(house + "/offers", """
            {"kind": "PLAN", "name": "x", "amountMinor": 1, "currency": "CNY", "opens": ["course:*"]}\
            """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/period");
        nobody.get("/pay/sandbox/ses_unknown").expectStatus().isNotFound();
        nobody.get("/pay/sandbox/sessions/pay_1").expectStatus().isNotFound();

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void theSandboxSaysWhatItIsInBothLanguages() {
        JsonNode order = order(course(9900));

        assertThat(text(nobody.get(checkout(order)))).contains("This is a sandbox", "99.00");
        assertThat(text(nobody.get(checkout(order), "Accept-Language", "zh-CN")))
                .contains("这是沙盒环境");
    }

    @Test
    void aRetiredOfferIsNotSold() {
        String offer = course(9900);
        owner.delete(house + "/offers/" + offer).expectStatus().isNoContent();

        await().untilAsserted(() -> member.post(house + "/orders", "{\"offerId\": \"%s\"}".formatted(offer))
                .expectStatus()
                .isEqualTo(409));
    }

    @Test
    void verifiesClean() {
        JsonNode order = order(course(100));
        pay(order);
        awaitStatus(order, "paid");
        MEMBERS.role(owner.id(), "*", "operator");
        await().untilAsserted(() -> owner.get("/ops/status").expectStatus().isOk());

        await().untilAsserted(() ->
                owner.post("/ops/verify").expectBody().jsonPath("$.clean").isEqualTo(true));
    }
}
