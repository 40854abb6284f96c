package io.guildhall.billing.webhook.web;

import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.webhook.ReceivedWebhook;
import io.guildhall.billing.webhook.ReceivedWebhooks;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists what providers told that fits nothing of ours. */
@Operator
@RestController
@RequestMapping("/ops/parked-webhooks")
class ParkedWebhookController {

    private static final int MOST = 1_000;

    /** @param reason {@code unknown-payment}, or {@code mismatched}: another amount, currency or order was asked for */
    record Parked(
            String id,
            String type,
            String paymentId,
            @Nullable ProviderReport report,
            Instant receivedAt,
            @Nullable String reason) {

        static Parked of(ReceivedWebhook webhook) {
            return new Parked(
                    webhook.id(),
                    webhook.type(),
                    webhook.paymentId(),
                    webhook.report(),
                    webhook.receivedAt(),
                    webhook.reason());
        }
    }

    record AllParked(List<Parked> items) {}

    private final ReceivedWebhooks received;

    ParkedWebhookController(ReceivedWebhooks received) {
        this.received = received;
    }

    @GetMapping
    @Operation(
            summary = "Webhooks that fit nothing of ours",
            description = "The newest 1,000; none of them paid anything.")
    AllParked list() {
        return new AllParked(received.parked(MOST).stream().map(Parked::of).toList());
    }
}
