package io.guildhall.billing.payment.policy;

import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentCommand.DoubtPayment;
import io.guildhall.billing.payment.PaymentCommand.ReportPayment;
import io.guildhall.billing.payment.PaymentProvider;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.payment.ProviderResult;
import io.guildhall.billing.payment.ProviderUnavailable;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks a provider on behalf of a policy and tells the payment what it said, or that it said nothing. */
@Component
class Provider {

    private static final String RESULT = "result";

    private final PaymentProviders providers;
    private final Commands commands;

    Provider(PaymentProviders providers, Commands commands) {
        this.providers = providers;
        this.commands = commands;
    }

    /** Charges at once; done before, it only finds out how that ended. */
    void charge(String provider, Checkout checkout, Fact cause, String policy) {
        ask(provider, checkout, cause, policy, it -> it.open(checkout).report());
    }

    /** Finds out; what the provider never heard of was not paid. */
    void lookUp(String provider, Checkout checkout, Fact cause, String policy) {
        ask(
                provider,
                checkout,
                cause,
                policy,
                it -> it.lookUp(checkout.paymentId()).orElseGet(() -> untried(checkout)));
    }

    /** Finds out; a charge that the provider never heard of, or has begun and not tried, is asked for again. */
    void lookUpOrCharge(String provider, Checkout checkout, Fact cause, String policy) {
        ask(
                provider,
                checkout,
                cause,
                policy,
                it -> it.lookUp(checkout.paymentId())
                        .filter(report -> report.result() != ProviderResult.OPEN)
                        .orElseGet(() -> it.open(checkout).report()));
    }

    private static ProviderReport untried(Checkout checkout) {
        return new ProviderReport(checkout.orderId(), checkout.amountMinor(), checkout.currency(), ProviderResult.OPEN);
    }

    private void ask(
            String name,
            Checkout checkout,
            Fact cause,
            String policy,
            Function<PaymentProvider, ProviderReport> question) {
        PaymentProvider provider = providers
                .named(name)
                .orElseThrow(() -> new IllegalStateException("there is no payment provider " + name + " here"));
        Object news;
        try {
            news = new ReportPayment(checkout.paymentId(), question.apply(provider), cause.recordedAt());
        } catch (ProviderUnavailable unclear) {
            news = new DoubtPayment(checkout.paymentId());
        }
        commands.send(news, cause, policy, RESULT);
    }
}
