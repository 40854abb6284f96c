package io.guildhall.billing.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked to take.
 *
 * @param offSession whether it shall be charged at once, with nobody before a page
 * @param method the earlier payment whose means are charged then
 * @param returnTo the path on our own origin to which the provider's page leads back; to the first page where absent
 */
public record Checkout(
        String paymentId,
        String orderId,
        String description,
        long amountMinor,
        String currency,
        boolean offSession,
        @Nullable String method,
        @Nullable String returnTo) {}
