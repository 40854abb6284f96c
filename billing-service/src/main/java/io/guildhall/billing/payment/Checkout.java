package io.guildhall.billing.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked to take.
 *
 * @param offSession whether it shall be charged at once, with nobody before a page
 * @param method the earlier payment whose means are charged then
 */
public record Checkout(
        String paymentId,
        String orderId,
        String description,
        long amountMinor,
        String currency,
        boolean offSession,
        @Nullable String method) {}
