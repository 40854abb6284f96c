package io.guildhall.billing.payment;

import org.jspecify.annotations.Nullable;

/**
 * A genuine webhook.
 *
 * @param eventId the same whenever the provider sends it again
 * @param report {@code null} where it is of a type that says nothing to us
 */
public record ProviderWebhook(
        String eventId,
        String type,
        String paymentId,
        @Nullable ProviderReport report) {}
