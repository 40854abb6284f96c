package io.guildhall.billing.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Sends the sandbox's webhooks, each until it is answered with 2xx. */
@Component
@Profile("local")
class WebhookSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final SandboxDeliveries deliveries;
    private final SandboxSettings settings;
    private final RestClient http = Http.client();
    private final InstantSource clock = InstantSource.system();
    private @Nullable Thread worker;

    WebhookSender(SandboxDeliveries deliveries, SandboxSettings settings) {
        this.deliveries = deliveries;
        this.settings = settings;
    }

    @Override
    public void start() {
        LOG.info("The payment sandbox is open: no money moves here");
        deliveries.createIndexes();
        worker = Thread.ofVirtual().name("sandbox-webhooks").start(this::work);
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.interrupt();
            worker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Behind what follows the log, before the web server. */
    @Override
    public int getPhase() {
        return -50;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            LOG.debug("The sandbox's webhooks wait for the next start");
        }
    }

    private void look() {
        try {
            for (Delivery delivery : deliveries.due()) {
                if (sent(delivery)) {
                    deliveries.taken(delivery);
                } else {
                    deliveries.again(delivery);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The sandbox's webhooks wait: {}", e.toString());
        }
    }

    private boolean sent(Delivery delivery) {
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        try {
            http.post()
                    .uri(settings.webhookUrl())
                    .header(SandboxSignature.HEADER, SandboxSignature.sign(settings.secret(), clock.instant(), body))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException refused) {
            LOG.info("A webhook of the sandbox was not taken and is sent again: {}", refused.toString());
            return false;
        }
    }
}
