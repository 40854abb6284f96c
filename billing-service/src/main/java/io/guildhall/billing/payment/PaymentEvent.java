package io.guildhall.billing.payment;

import io.guildhall.billing.payment.PaymentCommand.RequestPayment;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of a payment, as stored for ever; amounts are in minor units of the currency. */
public sealed interface PaymentEvent extends InCommunity {

    String paymentId();

    /** @param chargeUntil of one that is made off session: when its order expires, and nobody may be charged for it any more */
    @EventName(value = "billing.payment.requested", revision = 2, visibility = Visibility.INTERNAL)
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
            @Nullable String method,
            @Nullable Instant chargeUntil)
            implements PaymentEvent {

        static PaymentRequested of(RequestPayment command) {
            return new PaymentRequested(
                    command.paymentId(),
                    command.communityId(),
                    command.orderId(),
                    command.memberId(),
                    command.provider(),
                    command.description(),
                    command.amountMinor(),
                    command.currency(),
                    command.offSession(),
                    command.method(),
                    command.chargeUntil());
        }
    }

    /** Nothing was heard of it for a while. */
    @EventName(value = "billing.payment.check-due", revision = 2, visibility = Visibility.INTERNAL)
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
            int attempt,
            @Nullable Instant chargeUntil)
            implements PaymentEvent {

        static PaymentCheckDue of(PaymentRequested asked, int attempt) {
            return new PaymentCheckDue(
                    asked.paymentId(),
                    asked.communityId(),
                    asked.orderId(),
                    asked.provider(),
                    asked.description(),
                    asked.amountMinor(),
                    asked.currency(),
                    asked.offSession(),
                    asked.method(),
                    attempt,
                    asked.chargeUntil());
        }
    }

    @EventName("billing.payment.captured")
    record PaymentCaptured(
            String paymentId,
            String communityId,
            String orderId,
            String memberId,
            long amountMinor,
            String currency,
            Instant capturedAt)
            implements PaymentEvent {

        static PaymentCaptured of(PaymentRequested asked, Instant at) {
            return new PaymentCaptured(
                    asked.paymentId(),
                    asked.communityId(),
                    asked.orderId(),
                    asked.memberId(),
                    asked.amountMinor(),
                    asked.currency(),
                    at);
        }
    }

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
            implements PaymentEvent {

        static PaymentFailed of(PaymentRequested asked, Instant at) {
            return new PaymentFailed(
                    asked.paymentId(),
                    asked.communityId(),
                    asked.orderId(),
                    asked.memberId(),
                    asked.amountMinor(),
                    asked.currency(),
                    asked.offSession(),
                    at);
        }
    }

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
            implements PaymentEvent {

        static PaymentLeftInDoubt of(PaymentRequested asked) {
            return new PaymentLeftInDoubt(
                    asked.paymentId(),
                    asked.communityId(),
                    asked.orderId(),
                    asked.memberId(),
                    asked.provider(),
                    asked.amountMinor(),
                    asked.currency());
        }
    }

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
            implements PaymentEvent {

        static PaymentMismatched of(PaymentRequested asked, ProviderReport told, Instant at) {
            return new PaymentMismatched(
                    asked.paymentId(),
                    asked.communityId(),
                    asked.orderId(),
                    asked.memberId(),
                    asked.amountMinor(),
                    asked.currency(),
                    told.orderId(),
                    told.amountMinor(),
                    told.currency(),
                    at);
        }
    }
}
