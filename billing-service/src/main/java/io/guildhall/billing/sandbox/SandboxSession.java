package io.guildhall.billing.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A payment as the sandbox keeps it.
 *
 * @param reference the merchant's; unique
 */
@Document("sandbox_sessions")
public record SandboxSession(
        @Id String sessionId,
        String reference,
        String orderId,
        String description,
        long amountMinor,
        String currency,
        Status status,
        @Nullable Behavior behavior) {

    /** Where it stands. */
    public enum Status {
        OPEN,
        PAID,
        DECLINED,
        REFUNDED
    }

    Behavior behaves() {
        return behavior == null ? Behavior.HONEST : behavior;
    }

    /** What the sandbox says was charged. */
    long toldAmountMinor() {
        Long told = behaves().tellsAmountMinor();
        return told == null ? amountMinor : told;
    }

    public boolean silent() {
        return behaves().silent();
    }
}
