package io.guildhall.billing.sandbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/** What the sandbox's API is asked to give back; the same id is the same refund. */
public record RefundRequest(
        @NotBlank String refundId, @Positive long amountMinor) {}
