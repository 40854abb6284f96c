package io.guildhall.billing.payment;

import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.payment.PaymentCommand.RequestPayment;
import io.guildhall.platform.axon.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins the payment of an order: we know of it before the provider does, so no webhook can be first. */
@Component
public class Checkouts {

    private final Commands commands;
    private final PaymentProviders providers;
    private final CheckoutPages pages;

    Checkouts(Commands commands, PaymentProviders providers, CheckoutPages pages) {
        this.commands = commands;
        this.providers = providers;
        this.pages = pages;
    }

    /** @throws PaymentsNotSetUp where nobody takes money for this installation */
    public void requireProvider() {
        providers.current();
    }

    /**
     * Sends on behalf of the current request.
     *
     * @param returnTo the path on our own origin to which the provider's page leads back
     * @return where it is paid
     * @throws PaymentNotStarted when the provider does not answer
     */
    public String begin(
            String orderId, String communityId, String memberId, SoldOffer offer, @Nullable String returnTo) {
        PaymentProvider provider = providers.current();
        String paymentId = PaymentId.of(orderId);
        commands.send(new RequestPayment(
                paymentId,
                communityId,
                orderId,
                memberId,
                provider.name(),
                offer.name(),
                offer.amountMinor(),
                offer.currency(),
                false,
                null,
                null));
        try {
            String url = provider.open(new Checkout(
                            paymentId,
                            orderId,
                            offer.name(),
                            offer.amountMinor(),
                            offer.currency(),
                            false,
                            null,
                            returnTo))
                    .url();
            pages.keep(orderId, url);
            return url;
        } catch (ProviderUnavailable unavailable) {
            throw new PaymentNotStarted(unavailable);
        }
    }
}
