package io.guildhall.billing.sandbox;

/** What the sandbox's API tells of a session. */
public record SessionAnswer(
        String sessionId,
        String url,
        String orderId,
        long amountMinor,
        String currency,
        SandboxSession.Status status) {}
