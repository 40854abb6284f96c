package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan over its terms, as the clock goes on. */
abstract class OverTime extends OverHttp {

    /** Longer than a test takes: the clock goes on by itself. */
    static final Duration MOMENT = Duration.ofMinutes(1);

    private static final Set<String> TERMS = Set.of("billing.subscription.activated", "billing.subscription.renewed");

    OverTime(TestIssuer issuer) {
        super(issuer);
    }

    /** Orders and pays a plan, and waits until it runs. */
    JsonNode subscribe() {
        JsonNode order = order(plan());
        pay(order);
        await().untilAsserted(() ->
                assertThat(subscription().path("status").asString()).isEqualTo("active"));
        return order;
    }

    void awaitRenewalOf(JsonNode former) {
        await().untilAsserted(() -> assertThat(subscription().path("termStart")).isEqualTo(former.path("termEnd")));
    }

    void advanceTo(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment));
    }

    /** Whether some paid term of this test's community covers the present moment, as the log tells. */
    boolean runs() {
        Instant now = clock.instant();
        return events().filter(event -> TERMS.contains(event.name()))
                .map(event -> JsonMapper.shared().readTree(event.payload()))
                .anyMatch(term -> !start(term).isAfter(now) && end(term).isAfter(now));
    }

    static Instant start(JsonNode term) {
        return Instant.parse(term.path("termStart").asString());
    }

    static Instant end(JsonNode term) {
        return Instant.parse(term.path("termEnd").asString());
    }

    JsonNode subscriptions() {
        return body(member.get(house + "/subscriptions/mine")).path("items");
    }

    /** Until the subscription has ended, and for this reason. */
    void awaitEnd(String reason) {
        await().untilAsserted(() ->
                assertThat(subscription().path("endReason").asString()).isEqualTo(reason));
    }

    /** Until this has happened in the test's community. */
    void awaitEvent(String name) {
        await().untilAsserted(() -> assertThat(names()).contains(name));
    }
}
