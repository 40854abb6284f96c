package io.guildhall.billing.sandbox;

/**
 * A webhook's body.
 *
 * @param type {@code payment.processing}, {@code payment.captured} or {@code payment.declined}
 * @param reference our payment id
 */
record SandboxEvent(
        String id,
        String type,
        String sessionId,
        String reference,
        String orderId,
        long amountMinor,
        String currency) {}
