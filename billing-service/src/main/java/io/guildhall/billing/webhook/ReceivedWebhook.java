package io.guildhall.billing.webhook;

import io.guildhall.billing.payment.ProviderReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One event of a provider, as received.
 *
 * @param id provider and event id
 * @param state {@code waiting}, {@code done} or {@code parked}
 * @param reason why it is parked: {@code unknown-payment} or {@code mismatched}
 */
@Document(ReceivedWebhooks.COLLECTION)
public record ReceivedWebhook(
        @Id String id,
        String type,
        String paymentId,
        @Nullable ProviderReport report,
        Instant receivedAt,
        String state,
        @Nullable String reason) {}
