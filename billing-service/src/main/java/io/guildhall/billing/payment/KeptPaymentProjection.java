package io.guildhall.billing.payment;

import io.guildhall.billing.payment.KeptPayment.ToldMoney;
import io.guildhall.billing.payment.PaymentEvent.DoubtCleared;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.billing.payment.PaymentEvent.PaymentFailed;
import io.guildhall.billing.payment.PaymentEvent.PaymentLeftInDoubt;
import io.guildhall.billing.payment.PaymentEvent.PaymentMismatched;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.billing.payment.PaymentEvent.PaymentUnknown;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link KeptPayment}; every fact may arrive again. */
@Projection(value = KeptPaymentProjection.NAME, keeps = KeptPayment.class)
class KeptPaymentProjection {

    static final String NAME = "kept-payments";

    private static final String QUESTIONS = "questions";
    private static final String DOUBTED_AT = "doubtedAt";

    private final ReadModel<KeptPayment> payments;

    KeptPaymentProjection(ReadModels models) {
        payments = models.of(KeptPayment.class);
    }

    @EventHandler
    void on(PaymentEvent event, Fact fact) {
        String id = event.paymentId();
        switch (event) {
            case PaymentRequested requested -> payments.save(id, of(requested, fact), fact);
            case PaymentCheckDue _ -> {} // nothing is known of it yet
            case PaymentUnknown _ ->
                payments.update(id, question(KeptPayment.IN_DOUBT).set(DOUBTED_AT, fact.validAt()), fact);
            case PaymentLeftInDoubt _ -> payments.update(id, question(KeptPayment.ASKED_IN_VAIN), fact);
            case DoubtCleared _, PaymentFailed _, PaymentCaptured _ -> payments.update(id, noDoubt(), fact);
            case PaymentMismatched other ->
                payments.update(id, question(KeptPayment.MISMATCHED).set("told", told(other)), fact);
        }
    }

    private static Update question(String question) {
        return new Update().addToSet(QUESTIONS, question);
    }

    private static Update noDoubt() {
        return new Update()
                .pullAll(QUESTIONS, new Object[] {KeptPayment.IN_DOUBT, KeptPayment.ASKED_IN_VAIN})
                .unset(DOUBTED_AT);
    }

    private static ToldMoney told(PaymentMismatched other) {
        return new ToldMoney(
                other.reportedOrderId(), other.reportedAmountMinor(), other.reportedCurrency(), other.reportedAt());
    }

    private static KeptPayment of(PaymentRequested requested, Fact fact) {
        return new KeptPayment(
                requested.paymentId(),
                requested.communityId(),
                requested.orderId(),
                requested.memberId(),
                fact.position().number(),
                requested.provider(),
                requested.amountMinor(),
                requested.currency(),
                List.of(),
                null,
                null);
    }
}
