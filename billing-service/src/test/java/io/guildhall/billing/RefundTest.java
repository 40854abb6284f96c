package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Money that is given back, in parts and then all of it, with what is written about it. */
class RefundTest extends OverHttp {

    @Autowired
    RefundTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void anOrderIsRefundedInPartsEachWithACreditNote() {
        JsonNode order = order(course(9900));
        String refund = house + "/orders/" + order.path("orderId").asString() + "/refund";
        pay(order);
        awaitStatus(order, "paid");

        owner.post(refund, "{\"amountMinor\": 3000}").expectStatus().isNoContent();

        await().untilAsserted(() -> assertThat(refundedMinor(order)).isEqualTo(3000));
        awaitStatus(order, "paid");
        refusedBeyondWhatIsLeft(refund);
        owner.post(refund, "{\"amountMinor\": 0}").expectStatus().isEqualTo(422);
        assertThat(text(nobody.get(checkout(order)))).doesNotContain("given back");

        owner.post(refund).expectStatus().isNoContent();

        awaitStatus(order, "refunded");
        assertThat(refundedMinor(order)).isEqualTo(9900);
        await().untilAsserted(
                        () -> assertThat(text(nobody.get(checkout(order)))).contains("given back"));
        owner.post(refund, "{\"amountMinor\": 1}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-refunded");
        creditNotesToTheInvoice();
        theLedgerTellsOfIt();
    }

    private void refusedBeyondWhatIsLeft(String refund) {
        owner.post(refund, "{\"amountMinor\": 6901}", "Accept-Language", "en")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("refund-exceeds-payment")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/amountMinor")
                .jsonPath("$.detail")
                .isEqualTo("Of this order only 6900 minor units of CNY can be given back still.");
    }

    private void creditNotesToTheInvoice() {
        String mine = house + "/invoices/credit-notes/mine";
        await().untilAsserted(
                        () -> assertThat(body(member.get(mine)).path("items")).hasSize(2));
        JsonNode notes = body(member.get(mine)).path("items");
        assertThat(notes.valueStream().map(note -> note.path("number").asInt())).containsExactly(1, 2);
        assertThat(notes.valueStream().map(note -> note.path("amountMinor").asInt()))
                .containsExactly(3000, 6900);
        assertThat(notes.valueStream().map(note -> note.path("invoiceNumber").asInt()))
                .containsExactly(1, 1);
        String first = house + "/invoices/credit-notes/"
                + notes.path(0).path("creditNoteId").asString();
        assertThat(body(member.get(first))).isEqualTo(notes.path(0));
        owner.get(first).expectStatus().isOk();
        nobody.somebody().get(first).expectStatus().isNotFound();
        nobody.get(first).expectStatus().isUnauthorized();
    }

    private void theLedgerTellsOfIt() {
        await().untilAsserted(() -> owner.get(house + "/ledger/audit")
                .expectBody()
                .jsonPath("$.transactions")
                .isEqualTo(4)
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.accounts[?(@.account=='gateway-clearing')].sumMinor")
                .isEqualTo(0));
    }

    private long refundedMinor(JsonNode order) {
        return body(member.get(house + "/orders/" + order.path("orderId").asString()))
                .path("refundedMinor")
                .asLong();
    }
}
