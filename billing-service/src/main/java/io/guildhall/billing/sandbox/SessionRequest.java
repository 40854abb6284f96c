package io.guildhall.billing.sandbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox's API is asked to create; the same reference is the same session.
 *
 * @param method the reference of the session whose means are charged at once, off session
 * @param returnTo the path on the merchant's origin to which the page leads back
 */
public record SessionRequest(
        @NotBlank String reference,
        @NotBlank String orderId,
        @NotBlank String description,
        @Positive long amountMinor,
        @NotBlank String currency,
        boolean offSession,
        @Nullable String method,
        @Nullable String returnTo) {}
