package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.subscription.RenewalDate;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever renews is never without a term, whatever the provider does; who could not be charged is not charged later. */
class RenewalsTest extends OverTime {

    @Autowired
    RenewalsTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void whoRenewsIsNeverWithoutATermThoughTheProviderIsAwayForMostOfADay() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"away\": true}");
        advanceTo(end(first).minus(RenewalDate.LEAD));
        awaitEvent("billing.payment.unknown");
        advanceTo(end(first).minus(Duration.ofMinutes(30)));
        await().untilAsserted(() -> assertThat(checksOfTheRenewal()).isEqualTo(8));
        assertThat(runs()).isTrue();
        assertThat(subscription().path("termEnd")).isEqualTo(first.path("termEnd"));

        behave(order, "{}");
        advanceTo(end(first).minus(Duration.ofMinutes(15)));
        awaitRenewalOf(first);
        advanceTo(end(first));
        assertThat(runs()).isTrue();
        advanceTo(end(first).plusSeconds(1));
        assertThat(runs()).isTrue();
        assertThat(names()).doesNotContain("billing.subscription.ended", "billing.order.expired");
    }

    @Test
    void whatIsFoundToBePaidOnlyAfterTheEndBeginsAnew() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"declines\": true}");
        advanceTo(end(first));
        awaitEnd("payment-failed");

        Instant found = end(first).plus(Duration.ofDays(1));
        advanceTo(found);
        String renewal =
                SubscriptionId.renewalOrder(first.path("subscriptionId").asString(), end(first));
        take(captured(PaymentId.of(renewal), renewal, 2900));
        await().untilAsserted(() -> assertThat(subscriptions()).hasSize(2));
        assertThat(subscriptions().path(1).path("status").asString()).isEqualTo("active");
        assertThat(start(subscriptions().path(1))).isAfterOrEqualTo(found);
    }

    @Test
    void whoseProviderIsAwayUntilTheEndIsNotChargedAfterIt() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"away\": true}");
        advanceTo(end(first).minus(RenewalDate.LEAD));
        awaitEvent("billing.payment.unknown");
        advanceTo(end(first));
        awaitEnd("payment-failed");
        assertThat(subscription().path("endedAt")).isEqualTo(first.path("termEnd"));
        String renewal =
                SubscriptionId.renewalOrder(first.path("subscriptionId").asString(), end(first));
        await().untilAsserted(() -> member.get(house + "/orders/" + renewal)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("expired"));

        behave(order, "{}");
        advanceTo(end(first).plus(Duration.ofDays(1)));
        awaitEvent("billing.payment.doubt-cleared");
        assertThat(names().stream().filter("billing.payment.captured"::equals)).hasSize(1);
        assertThat(subscriptions()).hasSize(1);
    }

    @Test
    void aRenewalThatTimesOutButChargedIsFoundByAsking() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"timesOut\": true}");

        advanceTo(end(first).minus(RenewalDate.LEAD));
        awaitEvent("billing.payment.unknown");
        await().untilAsserted(() ->
                assertThat(inQuestion().path(0).path("questions").toString()).isEqualTo("[\"in-doubt\"]"));
        clock.advance(Duration.ofSeconds(6));

        awaitRenewalOf(first);
        await().untilAsserted(() -> assertThat(inQuestion()).isEmpty());
        assertThat(names().stream().filter("billing.payment.captured"::equals)).hasSize(2);
    }

    @Test
    void aDeclinedRenewalEndsTheSubscriptionWithItsTermAndNotBefore() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"declines\": true}");

        advanceTo(end(first).minus(RenewalDate.LEAD));
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("renewal-failed"));
        advanceTo(end(first).minus(MOMENT));
        assertThat(subscription().path("status").asString()).isEqualTo("renewal-failed");
        assertThat(runs()).isTrue();

        advanceTo(end(first));
        awaitEnd("payment-failed");
        assertThat(subscription().path("endedAt")).isEqualTo(first.path("termEnd"));
    }

    @Test
    void whoseRenewalWasDeclinedMayOrderTheNextTermByHand() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"declines\": true}");
        advanceTo(end(first).minus(RenewalDate.LEAD));
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("renewal-failed"));

        pay(body(member.post(house + "/orders", offer(order))));

        awaitRenewalOf(first);
        assertThat(subscription().path("status").asString()).isEqualTo("active");
        advanceTo(end(first).plusSeconds(1));
        assertThat(runs()).isTrue();
        assertThat(names()).doesNotContain("billing.subscription.ended");
    }

    private long checksOfTheRenewal() {
        return events().filter(event -> event.name().equals("billing.payment.check-due"))
                .filter(event -> JsonMapper.shared()
                        .readTree(event.payload())
                        .path("offSession")
                        .asBoolean())
                .count();
    }

    private JsonNode inQuestion() {
        return body(owner.get(house + "/ledger/payments-in-question")).path("items");
    }
}
