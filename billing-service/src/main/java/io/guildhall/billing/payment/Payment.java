package io.guildhall.billing.payment;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.payment.PaymentCommand.CheckPayment;
import io.guildhall.billing.payment.PaymentCommand.DoubtPayment;
import io.guildhall.billing.payment.PaymentCommand.EscalatePayment;
import io.guildhall.billing.payment.PaymentCommand.ReportPayment;
import io.guildhall.billing.payment.PaymentCommand.RequestPayment;
import io.guildhall.billing.payment.PaymentEvent.DoubtCleared;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.billing.payment.PaymentEvent.PaymentFailed;
import io.guildhall.billing.payment.PaymentEvent.PaymentLeftInDoubt;
import io.guildhall.billing.payment.PaymentEvent.PaymentMismatched;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.billing.payment.PaymentEvent.PaymentUnknown;
import io.guildhall.platform.axon.Snapshotted;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a provider's word is worth: money is captured once, whatever order its news come in, and only if amount,
 * currency and order are those that were asked for.
 */
@Aggregate
@Snapshotted(name = "billing.payment", revision = 3)
class Payment {

    private enum State {
        REQUESTED,
        UNKNOWN,
        FAILED,
        CAPTURED;

        boolean isDecided() {
            return this == FAILED || this == CAPTURED;
        }
    }

    @AggregateIdentifier
    private @Nullable String paymentId;

    private @Nullable PaymentRequested asked;
    private State state = State.REQUESTED;
    private final Set<String> mismatches = new HashSet<>();

    Payment() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPayment command) {
        if (paymentId == null) {
            apply(PaymentRequested.of(command));
        }
    }

    @CommandHandler
    void handle(CheckPayment command) {
        if (state != State.CAPTURED) {
            apply(PaymentCheckDue.of(asked(), command.attempt()));
        }
    }

    @CommandHandler
    void handle(DoubtPayment command) {
        if (state == State.REQUESTED) {
            apply(new PaymentUnknown(command.paymentId(), asked().communityId(), asked().orderId()));
        }
    }

    @CommandHandler
    void handle(EscalatePayment command) {
        if (state == State.UNKNOWN) {
            apply(PaymentLeftInDoubt.of(asked()));
        }
    }

    @CommandHandler
    void handle(ReportPayment command) {
        ProviderReport report = command.report();
        if (!report.result().isFinal()) {
            if (report.result() == ProviderResult.OPEN && state == State.UNKNOWN) {
                apply(new DoubtCleared(command.paymentId(), asked().communityId(), asked().orderId()));
            }
        } else if (!isOfThis(report)) {
            mismatch(report, command.at());
        } else if (report.result() == ProviderResult.CAPTURED && state != State.CAPTURED) {
            apply(PaymentCaptured.of(asked(), command.at()));
        } else if (report.result() == ProviderResult.DECLINED && !state.isDecided()) {
            apply(PaymentFailed.of(asked(), command.at()));
        }
    }

    private boolean isOfThis(ProviderReport report) {
        PaymentRequested of = asked();
        return report.orderId().equals(of.orderId())
                && report.amountMinor() == of.amountMinor()
                && report.currency().equals(of.currency());
    }

    private void mismatch(ProviderReport report, Instant at) {
        if (!mismatches.contains(figures(report.orderId(), report.amountMinor(), report.currency()))) {
            apply(PaymentMismatched.of(asked(), report, at));
        }
    }

    private static String figures(String orderId, long amountMinor, String currency) {
        return "%s %d %s".formatted(orderId, amountMinor, currency);
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        switch (event) {
            case PaymentRequested requested -> {
                paymentId = requested.paymentId();
                asked = requested;
            }
            case PaymentCheckDue _ -> {} // only the policy that asks needs it
            case PaymentUnknown _ -> state = State.UNKNOWN;
            case DoubtCleared _ -> state = State.REQUESTED;
            case PaymentLeftInDoubt _ -> {} // only the alarm needs it
            case PaymentFailed _ -> state = State.FAILED;
            case PaymentCaptured _ -> state = State.CAPTURED;
            case PaymentMismatched other ->
                mismatches.add(figures(other.reportedOrderId(), other.reportedAmountMinor(), other.reportedCurrency()));
        }
    }

    private PaymentRequested asked() {
        return requireNonNull(asked);
    }
}
