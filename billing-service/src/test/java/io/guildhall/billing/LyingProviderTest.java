package io.guildhall.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.sandbox.SandboxSignature;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a provider may do to us, and what comes of it: nothing, or what was paid for. */
class LyingProviderTest extends OverHttp {

    @Autowired
    LyingProviderTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void aMemberBuysACourseAndTheWebhookComesTwice() {
        JsonNode order = order(course(9900));
        assertThat(order.path("amountMinor").asLong()).isEqualTo(9900);
        behave(order, "{\"webhooks\": \"TWICE\"}");

        pay(order);

        awaitStatus(order, "paid");
        await().untilAsserted(() -> assertThat(names()).contains("billing.ledger.posted", "billing.invoice.issued"));
        assertThat(names().stream().filter("billing.order.paid"::equals)).hasSize(1);
        assertThat(names().stream().filter("billing.payment.captured"::equals)).hasSize(1);
    }

    @Test
    void webhooksOutOfOrderPayAllTheSame() {
        JsonNode order = order(course(500));
        behave(order, "{\"webhooks\": \"OUT_OF_ORDER\"}");

        pay(order);

        awaitStatus(order, "paid");
    }

    @Test
    void aWebhookThatNeverComesIsAskedFor() {
        JsonNode order = order(course(500));
        behave(order, "{\"webhooks\": \"NEVER\"}");
        pay(order);

        clock.advance(Duration.ofSeconds(6));

        awaitStatus(order, "paid");
    }

    @Test
    void answersThatTellNothingAreAskedForAgain() {
        JsonNode order = order(course(500));
        behave(order, "{\"webhooks\": \"NEVER\", \"tellsNothing\": 2}");
        pay(order);

        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(6));
            assertThat(isSilentStill(order)).isFalse();
        });
        clock.advance(Duration.ofMinutes(15));

        awaitStatus(order, "paid");
    }

    private static boolean isSilentStill(JsonNode order) {
        var session = Filters.and(
                Filters.eq("reference", PaymentId.of(order.path("orderId").asString())),
                Filters.gt("behavior.tellsNothing", 0));
        return Servers.database(OverHttp.class)
                        .getCollection("sandbox_sessions")
                        .countDocuments(session)
                > 0;
    }

    @Test
    void aTimeoutThatChargedIsFoundByAsking() {
        JsonNode order = order(course(500));
        behave(order, "{\"timesOut\": true}");
        nobody.press(checkout(order), "pay").expectStatus().isEqualTo(504);

        clock.advance(Duration.ofSeconds(6));

        awaitStatus(order, "paid");
    }

    @Test
    void aWebhookThatIsNotGenuineStoresNothing() {
        String body = "{\"id\": \"evt_1\", \"type\": \"payment.captured\"}";
        long before = webhooks();
        Instant now = Instant.now();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        for (String signature : List.of(
                "t=1,v1=00",
                SandboxSignature.sign("another", now, bytes),
                SandboxSignature.sign(SECRET, now.minusSeconds(310), bytes))) {
            nobody.post("/webhooks/sandbox", body, SandboxSignature.HEADER, signature)
                    .expectStatus()
                    .isEqualTo(400);
        }
        nobody.post("/webhooks/sandbox", body).expectStatus().isEqualTo(400);
        nobody.post("/webhooks/nobody", body).expectStatus().isNotFound();

        assertThat(webhooks()).isEqualTo(before);
    }

    @Test
    void aGenuineWebhookOfAPaymentThatIsNotOursIsParked() {
        String body = captured("pay_unknown", "ord_1", 1);
        String signature = signed(body);
        long before = parked();

        for (int i = 0; i < 2; i++) {
            nobody.post("/webhooks/sandbox", body, SandboxSignature.HEADER, signature)
                    .expectStatus()
                    .isNoContent();
        }

        await().untilAsserted(() -> assertThat(parked()).isEqualTo(before + 1));
    }

    @Test
    void aWebhookBeforeTheBrowserReturnsPaysAndTheNextChangesNothing() {
        JsonNode order = order(course(500));
        String orderId = order.path("orderId").asString();
        String body = captured(PaymentId.of(orderId), orderId, 500);

        take(body);

        awaitStatus(order, "paid");
        behave(order, "{\"delaySeconds\": 1}");
        pay(order);
        await().untilAsserted(() -> assertThat(webhooksOf(PaymentId.of(orderId), "waiting", "done", "parked"))
                .isEqualTo(3));
        assertThat(names().stream().filter("billing.order.paid"::equals)).hasSize(1);
    }
}
