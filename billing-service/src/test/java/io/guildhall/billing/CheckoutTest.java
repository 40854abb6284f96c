package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is told of an order that waits for its money, of its invoice, and of earlier prices. */
class CheckoutTest extends OverHttp {

    @Autowired
    CheckoutTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void anOrderSaysWhereItIsPaidUntilItIs() {
        JsonNode order = order(course(9900));
        String path = house + "/orders/" + order.path("orderId").asString();
        awaitStatus(order, "placed");

        assertThat(body(member.get(path)).path("checkoutUrl")).isEqualTo(order.path("checkoutUrl"));
        assertThat(body(member.get(house + "/orders/mine")).at("/items/0/checkoutUrl"))
                .isEqualTo(order.path("checkoutUrl"));
        assertThat(body(owner.get(house + "/orders"))
                        .at("/items/0/order/checkoutUrl")
                        .isNull())
                .isTrue();

        pay(order);
        awaitStatus(order, "paid");
        assertThat(body(member.get(path)).path("checkoutUrl").isNull()).isTrue();
    }

    @Test
    void theProvidersPageLeadsBackToWhereOneCameFrom() {
        String offer = course(9900);
        JsonNode order = body(member.post(house + "/orders", """
            {"offerId": "%s", "returnTo": "/reading-room?from=shop"}\
            """.formatted(offer)));

        assertThat(text(nobody.get(checkout(order)))).contains("href=\"/reading-room?from&#x3D;shop\"");
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        String offer = course(9900);
        List<String> before = names();

        for (String elsewhere : List.of(
                "https://evil.example", "//evil.example", "/\\\\evil.example", "evil", "/a b", "/" + "x".repeat(500))) {
            member.post(house + "/orders", """
                {"offerId": "%s", "returnTo": "%s"}\
                """.formatted(offer, elsewhere))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/returnTo");
        }

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void anInvoiceIsShownToItsRecipientAndToOwnersOnly() {
        JsonNode order = order(course(9900));
        pay(order);
        await().untilAsserted(() -> assertThat(
                        body(member.get(house + "/invoices/mine")).path("items"))
                .hasSize(1));
        JsonNode invoice = body(member.get(house + "/invoices/mine")).at("/items/0");
        String path = "/invoices/" + invoice.path("invoiceId").asString();

        assertThat(body(member.get(house + path))).isEqualTo(invoice);
        assertThat(body(owner.get(house + path)).path("memberId").asString()).isEqualTo(member.id());
        assertThat(invoice.path("amountMinor").asLong()).isEqualTo(9900);
        nobody.somebody().get(house + path).expectStatus().isNotFound();
        owner.get("/api/communities/com_other" + path).expectStatus().isNotFound();
        member.get(house + "/invoices/inv_unknown").expectStatus().isNotFound();
    }

    @Test
    void ownersSeeWhatAnOfferCostBefore() {
        String offer = course(9900);
        String versions = house + "/offers/" + offer + "/versions";
        owner.put(house + "/offers/" + offer, """
            {"name": "Java 25", "amountMinor": 12900, "currency": "CNY", "opens": ["course:*"]}\
            """).expectStatus().isNoContent();

        await().untilAsserted(() -> owner.get(versions)
                .expectBody()
                .jsonPath("$.items[*].version")
                .isEqualTo(List.of(2, 1))
                .jsonPath("$.items[*].amountMinor")
                .isEqualTo(List.of(12_900, 9_900))
                .jsonPath("$.items[1].name")
                .isEqualTo("Java")
                .jsonPath("$.items[1].publishedAt")
                .exists());
        owner.get(versions + "?limit=1&after=2")
                .expectBody()
                .jsonPath("$.items[0].version")
                .isEqualTo(1);
        member.get(versions).expectStatus().isForbidden();
        owner.get(house + "/offers/off_unknown/versions").expectStatus().isNotFound();
        owner.get(versions + "?after=x").expectStatus().isEqualTo(422);
    }
}
