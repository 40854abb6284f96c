package io.guildhall.billing.payment;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of a payment, as stored for ever; amounts are in minor units of the currency. */
public sealed interface PaymentEvent extends InCommunity {

    String paymentId();

    @EventName(value = "billing.payment.requested", visibility = Visibility.INTERNAL)
    record PaymentRequested(
            String paymentId,
            String communityId,
            String orderId,
            String memberId,
            String provider,
            String description,
            long amountMinor,
            String currency,
            boolean offSession,
            @Nullable String method)
            implements PaymentEvent {}

    /** Nothing was heard of it for a while. */
    @EventName(value = "billing.payment.check-due", visibility = Visibility.INTERNAL)
    record PaymentCheckDue(
            String paymentId,
            String communityId,
            String orderId,
            String provider,
            String description,
            long amountMinor,
            String currency,
            boolean offSession,
            @Nullable String method,
            int attempt)
            implements PaymentEvent {}

    @EventName("billing.payment.captured")
    record PaymentCaptured(
            String paymentId,
            String communityId,
            String orderId,
            String memberId,
            long amountMinor,
            String currency,
            Instant capturedAt)
            implements PaymentEvent {}

    /** @param offSession whether nobody was there to try another way */
    @EventName("billing.payment.failed")
    record PaymentFailed(
            String paymentId,
            String communityId,
            String orderId,
            String memberId,
            long amountMinor,
            String currency,
            boolean offSession,
            Instant failedAt)
            implements PaymentEvent {}

    @EventName(value = "billing.payment.unknown", visibility = Visibility.INTERNAL)
    record PaymentUnknown(String paymentId, String communityId, String orderId) implements PaymentEvent {}

    /** The provider answered: nobody has paid yet. */
    @EventName(value = "billing.payment.doubt-cleared", visibility = Visibility.INTERNAL)
    record DoubtCleared(String paymentId, String communityId, String orderId) implements PaymentEvent {}

    /** The provider was asked for the last time and gave no answer: somebody must ask it another way. */
    @EventName(value = "billing.payment.left-in-doubt", visibility = Visibility.INTERNAL)
    record PaymentLeftInDoubt(
            String paymentId,
            String communityId,
            String orderId,
            String memberId,
            String provider,
            long amountMinor,
            String currency)
            implements PaymentEvent {}

    /** The provider told of money that is not what was asked for: nothing is paid by it, and somebody must look. */
    @EventName("billing.payment.mismatched")
    record PaymentMismatched(
            String paymentId,
            String communityId,
            String orderId,
            String memberId,
            long amountMinor,
            String currency,
            String reportedOrderId,
            long reportedAmountMinor,
            String reportedCurrency,
            Instant reportedAt)
            implements PaymentEvent {}
}
