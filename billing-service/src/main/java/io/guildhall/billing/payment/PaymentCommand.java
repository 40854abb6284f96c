package io.guildhall.billing.payment;

import io.guildhall.platform.event.CommandName;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of a {@link Payment}; all of it may be repeated. */
public sealed interface PaymentCommand {

    String paymentId();

    /**
     * @param method the earlier payment whose means are charged, of one that is made off session
     * @param chargeUntil when the order of one that is made off session expires
     */
    record RequestPayment(
            @TargetAggregateIdentifier String paymentId,
            String communityId,
            String orderId,
            String memberId,
            String provider,
            String description,
            long amountMinor,
            String currency,
            boolean offSession,
            @Nullable String method,
            @Nullable Instant chargeUntil)
            implements PaymentCommand {}

    /** It is time to ask the provider, unless the payment is decided. */
    @CommandName("billing.payment.check")
    record CheckPayment(@TargetAggregateIdentifier String paymentId, int attempt) implements PaymentCommand {}

    /** The provider says something. */
    record ReportPayment(@TargetAggregateIdentifier String paymentId, ProviderReport report, Instant at)
            implements PaymentCommand {}

    /** The provider gave no answer, and may have charged or not. */
    record DoubtPayment(@TargetAggregateIdentifier String paymentId) implements PaymentCommand {}

    /** The provider was asked often enough: what is in doubt still is left to a human. */
    @CommandName("billing.payment.escalate")
    record EscalatePayment(@TargetAggregateIdentifier String paymentId) implements PaymentCommand {}
}
