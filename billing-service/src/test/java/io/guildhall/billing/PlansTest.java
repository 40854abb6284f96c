package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.billing.subscription.RenewalDate;
import io.guildhall.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A plan from its first term to its end, with its invoices and the ledger. */
class PlansTest extends OverTime {

    @Autowired
    PlansTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void aPlanIsRenewedCanceledAndEndsAndTheLedgerAddsUp() {
        member.put(house + "/invoices/recipient", "{\"name\": \"Ada <Byron>\", \"address\": \"London\"}")
                .expectStatus()
                .isNoContent();
        JsonNode order = subscribe();
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

        advanceTo(end(first).minus(RenewalDate.LEAD).minus(MOMENT));
        assertThat(names()).doesNotContain("billing.subscription.renewal-due");
        advanceTo(end(first).minus(RenewalDate.LEAD));
        awaitRenewalOf(first);
        advanceTo(end(first).minus(MOMENT));
        assertThat(runs()).isTrue();
        advanceTo(end(first));
        assertThat(runs()).isTrue();
        advanceTo(end(first).plusSeconds(1));
        assertThat(runs()).isTrue();
        assertThat(names()).doesNotContain("billing.subscription.ended");

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
        awaitEnd("canceled");

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
