package io.guildhall.billing.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A payment as the sandbox keeps it.
 *
 * @param reference the merchant's; unique
 * @param returnTo where its page leads back to; the first page where absent
 * @param refunds what was given back, each once
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
        @Nullable String returnTo,
        @Nullable Behavior behavior,
        @Nullable List<RefundRequest> refunds) {

    /** Where it stands. */
    public enum Status {
        OPEN,
        PAID,
        DECLINED,
        REFUNDED
    }

    boolean refunded(String refundId) {
        return refunds != null
                && refunds.stream().anyMatch(refund -> refund.refundId().equals(refundId));
    }

    long refundedMinor() {
        return refunds == null
                ? 0
                : refunds.stream().mapToLong(RefundRequest::amountMinor).sum();
    }

    Behavior behaves() {
        return behavior == null ? Behavior.HONEST : behavior;
    }

    /** What the sandbox says was charged. */
    long toldAmountMinor() {
        Long told = behaves().tellsAmountMinor();
        return told == null ? amountMinor : told;
    }

    /** Where its page leads back to. */
    public String back() {
        return returnTo == null ? "/" : returnTo;
    }

    public boolean silent() {
        return behaves().silent();
    }
}
