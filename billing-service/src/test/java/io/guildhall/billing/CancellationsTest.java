package io.guildhall.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.billing.subscription.RenewalDate;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who cancels keeps the term that runs, and pays for no other. */
class CancellationsTest extends OverTime {

    @Autowired
    CancellationsTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void whoCancelsBeforeTheRenewalIsDueIsNotCharged() {
        subscribe();
        JsonNode first = subscription();
        advanceTo(end(first).minus(RenewalDate.LEAD).minus(MOMENT));
        cancel(first);

        advanceTo(end(first).minus(MOMENT));
        assertThat(subscription().path("status").asString()).isEqualTo("cancel-scheduled");
        advanceTo(end(first));
        awaitEnd("canceled");
        assertThat(names()).doesNotContain("billing.subscription.renewal-due");
        assertThat(names().stream().filter("billing.payment.requested"::equals)).hasSize(1);
    }

    @Test
    void whoCancelsWhileTheRenewalIsChargedGetsTheMoneyBackAndNoTerm() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"timesOut\": true}");
        advanceTo(end(first).minus(RenewalDate.LEAD));
        awaitEvent("billing.payment.unknown");

        cancel(first);
        clock.advance(Duration.ofSeconds(6));

        awaitEvent("billing.order.refunded");
        assertThat(names()).doesNotContain("billing.subscription.renewed", "billing.subscription.ended");
        assertEndsCanceledAndPaidOnce(first);
    }

    @Test
    void whoCancelsAfterTheRenewalWasChargedAheadGetsTheMoneyBackAndKeepsTheTermThatRuns() {
        subscribe();
        JsonNode first = subscription();
        assertThat(first.path("endsIfCanceled")).isEqualTo(first.path("termEnd"));
        advanceTo(end(first).minus(RenewalDate.LEAD));
        awaitRenewalOf(first);
        assertThat(subscription().path("endsIfCanceled")).isEqualTo(first.path("termEnd"));

        cancel(first);

        awaitEvent("billing.order.refunded");
        assertThat(names()).doesNotContain("billing.subscription.ended");
        assertThat(runs()).isTrue();
        assertEndsCanceledAndPaidOnce(first);
    }

    private void cancel(JsonNode subscription) {
        String path =
                house + "/subscriptions/" + subscription.path("subscriptionId").asString() + "/cancellation";
        member.post(path).expectStatus().isNoContent();
        member.post(path).expectStatus().isEqualTo(409);
    }

    private void assertEndsCanceledAndPaidOnce(JsonNode first) {
        await().untilAsserted(() -> assertThat(subscription().path("cancelAt")).isEqualTo(first.path("termEnd")));
        advanceTo(end(first).minus(MOMENT));
        assertThat(subscription().path("status").asString()).isEqualTo("cancel-scheduled");
        advanceTo(end(first));
        awaitEnd("canceled");
        assertThat(subscription().path("endedAt")).isEqualTo(first.path("termEnd"));
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
}
