package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.guildhall.billing.sandbox.SandboxSignature;
import io.guildhall.local.Ports;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import io.guildhall.platform.time.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service with its sandbox on a real store and broker, asked over HTTP; one for all tests that extend this. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("local")
@Import(TestIssuer.Trusted.class)
@ExtendWith(NoFullScans.class)
abstract class OverHttp {

    private static final int PORT = Ports.free();
    static final String SECRET = "secret of the sandbox";
    static final MemberTopic MEMBERS = new MemberTopic(Servers.kafka());

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, OverHttp.class);
        registry.add("server.port", () -> PORT);
        registry.add("guildhall.billing.sandbox.secret", () -> SECRET);
    }

    @Autowired
    EventLogs logs;

    @Autowired
    MovableClock clock;

    final String community = Ids.next("com");
    final String house = "/api/communities/" + community;
    final Client nobody;
    final Client owner;
    final Client member;

    OverHttp(TestIssuer issuer) {
        nobody = Client.nobody(PORT, issuer);
        owner = nobody.somebody();
        member = nobody.somebody();
    }

    @BeforeEach
    void thereIsAnOwner() {
        MEMBERS.role(owner.id(), community, "owner");
        await().untilAsserted(
                        () -> owner.post(house + "/offers", "{}").expectStatus().isEqualTo(422));
    }

    String course(long amountMinor) {
        return published("""
            {"kind": "COURSE", "name": "Java", "amountMinor": %d, "currency": "CNY", "opens": ["course:*"]}\
            """.formatted(amountMinor));
    }

    String plan() {
        return published("""
            {"kind": "PLAN", "name": "Member", "amountMinor": 2900, "currency": "CNY", "period": "MONTH",
             "opens": ["course:*", "channel:*"]}\
            """);
    }

    String published(String offer) {
        String offerId =
                body(owner.post(house + "/offers", offer)).path("offerId").asString();
        await().untilAsserted(() ->
                member.get(house + "/offers/" + offerId).expectStatus().isOk());
        return offerId;
    }

    JsonNode order(String offerId) {
        return body(member.post(house + "/orders", "{\"offerId\": \"%s\"}".formatted(offerId)));
    }

    String offer(JsonNode order) {
        String offerId = body(member.get(
                        house + "/orders/" + order.path("orderId").asString()))
                .path("offerId")
                .asString();
        return "{\"offerId\": \"%s\"}".formatted(offerId);
    }

    static String checkout(JsonNode order) {
        return order.path("checkoutUrl").asString();
    }

    void behave(JsonNode order, String behavior) {
        nobody.post(checkout(order) + "/behavior", behavior).expectStatus().isNoContent();
    }

    void pay(JsonNode order) {
        nobody.press(checkout(order), "pay").expectStatus().isOk();
    }

    String page(JsonNode order, String action) {
        return text(nobody.press(checkout(order), action));
    }

    void awaitStatus(JsonNode order, String status) {
        await().untilAsserted(() -> member.get(
                        house + "/orders/" + order.path("orderId").asString())
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status));
    }

    JsonNode subscription() {
        return body(member.get(house + "/subscriptions/mine")).path("items").path(0);
    }

    void passTermOf(JsonNode subscription) {
        Instant end = Instant.parse(subscription.path("termEnd").asString());
        clock.advance(Duration.between(clock.instant(), end).plusSeconds(1));
    }

    /** The events of this test's community. */
    Stream<StoredEvent> events() {
        return log().after(0, 10_000).stream()
                .filter(commit -> community.equals(commit.community()))
                .flatMap(commit -> commit.events().stream());
    }

    List<String> names() {
        return events().map(StoredEvent::name).toList();
    }

    static long webhooks() {
        return Servers.database(OverHttp.class)
                .getCollection("received_webhooks")
                .estimatedDocumentCount();
    }

    static long parked() {
        return Servers.database(OverHttp.class)
                .getCollection("received_webhooks")
                .countDocuments(Filters.eq("state", "parked"));
    }

    static String text(org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec answer) {
        return String.valueOf(answer.returnResult(String.class).getResponseBody());
    }

    void take(String body) {
        nobody.post("/webhooks/sandbox", body, SandboxSignature.HEADER, signed(body))
                .expectStatus()
                .isNoContent();
    }

    static String captured(String paymentId, String orderId, long amountMinor) {
        return """
            {"id": "%s", "type": "payment.captured", "sessionId": "ses_1", "reference": "%s",
             "orderId": "%s", "amountMinor": %d, "currency": "CNY"}\
            """.formatted(Ids.next("evt"), paymentId, orderId, amountMinor);
    }

    static String signed(String body) {
        return SandboxSignature.sign(SECRET, Instant.now(), body.getBytes(StandardCharsets.UTF_8));
    }

    static long webhooksOf(String paymentId, String... states) {
        return Servers.database(OverHttp.class)
                .getCollection("received_webhooks")
                .countDocuments(Filters.and(Filters.in("state", states), Filters.eq("paymentId", paymentId)));
    }

    private LogReader log() {
        return logs.all().getLast().reader();
    }
}
