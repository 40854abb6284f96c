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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan from its first term to its end, with its invoices and the ledger; whoever renews is never without a term. */
class PlansTest extends OverHttp {

    /** Longer than a test takes: the clock goes on by itself. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private static final Set<String> TERMS = Set.of("billing.subscription.activated", "billing.subscription.renewed");

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
    void whoRenewsIsNeverWithoutATermThoughTheProviderIsAwayForMostOfADay() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"away\": true}");
        advanceTo(end(first).minus(RenewalDate.LEAD));
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.unknown"));
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
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("payment-failed"));

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
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.unknown"));
        advanceTo(end(first));
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("payment-failed"));
        assertThat(subscription().path("endedAt")).isEqualTo(first.path("termEnd"));
        String renewal =
                SubscriptionId.renewalOrder(first.path("subscriptionId").asString(), end(first));
        await().untilAsserted(() -> member.get(house + "/orders/" + renewal)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("expired"));

        behave(order, "{}");
        advanceTo(end(first).plus(Duration.ofDays(1)));
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.doubt-cleared"));
        assertThat(names().stream().filter("billing.payment.captured"::equals)).hasSize(1);
        assertThat(subscriptions()).hasSize(1);
    }

    @Test
    void aRenewalThatTimesOutButChargedIsFoundByAsking() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"timesOut\": true}");

        advanceTo(end(first).minus(RenewalDate.LEAD));
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.unknown"));
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
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("payment-failed"));
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

    @Test
    void whoCancelsBeforeTheRenewalIsDueIsNotCharged() {
        subscribe();
        JsonNode first = subscription();
        advanceTo(end(first).minus(RenewalDate.LEAD).minus(MOMENT));
        cancel(first);

        advanceTo(end(first).minus(MOMENT));
        assertThat(subscription().path("status").asString()).isEqualTo("cancel-scheduled");
        advanceTo(end(first));
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("canceled"));
        assertThat(names()).doesNotContain("billing.subscription.renewal-due");
        assertThat(names().stream().filter("billing.payment.requested"::equals)).hasSize(1);
    }

    @Test
    void whoCancelsWhileTheRenewalIsChargedGetsTheMoneyBackAndNoTerm() {
        JsonNode order = subscribe();
        JsonNode first = subscription();
        behave(order, "{\"timesOut\": true}");
        advanceTo(end(first).minus(RenewalDate.LEAD));
        await().untilAsserted(() -> assertThat(names()).contains("billing.payment.unknown"));

        cancel(first);
        clock.advance(Duration.ofSeconds(6));

        await().untilAsserted(() -> assertThat(names()).contains("billing.order.refunded"));
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

        await().untilAsserted(() -> assertThat(names()).contains("billing.order.refunded"));
        assertThat(names()).doesNotContain("billing.subscription.ended");
        assertThat(runs()).isTrue();
        assertEndsCanceledAndPaidOnce(first);
    }

    private void assertEndsCanceledAndPaidOnce(JsonNode first) {
        await().untilAsserted(() -> assertThat(subscription().path("cancelAt")).isEqualTo(first.path("termEnd")));
        advanceTo(end(first).minus(MOMENT));
        assertThat(subscription().path("status").asString()).isEqualTo("cancel-scheduled");
        advanceTo(end(first));
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo("canceled"));
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

    /** Orders and pays a plan, and waits until it runs. */
    private JsonNode subscribe() {
        JsonNode order = order(plan());
        pay(order);
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("active"));
        return order;
    }

    private long checksOfTheRenewal() {
        return events().filter(event -> event.name().equals("billing.payment.check-due"))
                .filter(event -> JsonMapper.shared()
                        .readTree(event.payload())
                        .path("offSession")
                        .asBoolean())
                .count();
    }

    private void cancel(JsonNode subscription) {
        String path =
                house + "/subscriptions/" + subscription.path("subscriptionId").asString() + "/cancellation";
        member.post(path).expectStatus().isNoContent();
        member.post(path).expectStatus().isEqualTo(409);
    }

    private void awaitRenewalOf(JsonNode former) {
        await().untilAsserted(() -> assertThat(subscription().path("termStart")).isEqualTo(former.path("termEnd")));
    }

    private void advanceTo(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment));
    }

    /** Whether some paid term of this test's community covers the present moment, as the log tells. */
    private boolean runs() {
        Instant now = clock.instant();
        return events().filter(event -> TERMS.contains(event.name()))
                .map(event -> JsonMapper.shared().readTree(event.payload()))
                .anyMatch(term -> !start(term).isAfter(now) && end(term).isAfter(now));
    }

    private static Instant start(JsonNode term) {
        return Instant.parse(term.path("termStart").asString());
    }

    private static Instant end(JsonNode term) {
        return Instant.parse(term.path("termEnd").asString());
    }

    private JsonNode subscriptions() {
        return body(member.get(house + "/subscriptions/mine")).path("items");
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
