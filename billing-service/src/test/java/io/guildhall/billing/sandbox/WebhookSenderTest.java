package io.guildhall.billing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.guildhall.billing.sandbox.SandboxSession.Status;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoFullScans.class)
class WebhookSenderTest {

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<Boolean> signatures = new CopyOnWriteArrayList<>();
    private final SandboxDeliveries deliveries = new SandboxDeliveries(Servers.mongo(WebhookSenderTest.class));
    private final HttpServer receiver;
    private final WebhookSender sender;

    WebhookSenderTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            bodies.add(new String(body, StandardCharsets.UTF_8));
            String signature = exchange.getRequestHeaders().getFirst(SandboxSignature.HEADER);
            signatures.add(SandboxSignature.good("secret", Instant.now(), body, signature));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        sender = new WebhookSender(deliveries, new SandboxSettings(url, "/pay/sandbox", url, "secret"));
    }

    @BeforeEach
    void start() {
        receiver.start();
        sender.start();
    }

    @AfterEach
    void stop() {
        sender.stop();
        receiver.stop(0);
    }

    @Test
    void sendsEachSignedWebhookAgainUntilItIsTaken() {
        deliveries.captured(
                new SandboxSession("ses_1", "pay_1", "ord_1", "Java", 100, "CNY", Status.PAID, null, null, null));

        await().untilAsserted(() -> assertThat(bodies).hasSize(3));
        assertThat(bodies.get(1)).contains("payment.captured");
        assertThat(bodies.get(2)).isEqualTo(bodies.get(0)).contains("payment.processing");
        assertThat(signatures).containsOnly(true);
        await().untilAsserted(() -> assertThat(Servers.database(WebhookSenderTest.class)
                        .getCollection("sandbox_deliveries")
                        .estimatedDocumentCount())
                .isZero());
    }
}
