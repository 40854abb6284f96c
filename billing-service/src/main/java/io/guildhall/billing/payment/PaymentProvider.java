package io.guildhall.billing.payment;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whoever takes money for us. Our payment id is the reference on both sides: whatever is asked twice with the same
 * reference is done once.
 */
public interface PaymentProvider {

    /** Under which it is kept with payments, and the last part of its webhooks' address. */
    String name();

    /**
     * Creates the session of a payment, or finds the one it has.
     *
     * @throws ProviderUnavailable when it is not known whether it was done
     */
    Session open(Checkout checkout);

    /**
     * What the provider knows of a payment; empty when it never heard of it.
     *
     * @throws ProviderUnavailable when it does not answer
     */
    Optional<ProviderReport> lookUp(String paymentId);

    /**
     * Gives money of a payment back; again under the same id is harmless.
     *
     * @param refundId ours, and the reference on both sides
     * @param amountMinor in minor units of the payment's currency
     * @throws ProviderUnavailable when it is not known whether it was done
     */
    void refund(String paymentId, String refundId, long amountMinor);

    /**
     * Reads a webhook, once its signature is found good and fresh.
     *
     * @param header the value of a request header, {@code null} where it was not sent
     * @throws WebhookNotGenuine otherwise
     */
    ProviderWebhook read(byte[] body, Function<String, @Nullable String> header) throws WebhookNotGenuine;
}
