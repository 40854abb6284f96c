package io.guildhall.billing.payment;

/** A webhook whose signature is missing, wrong or too old, or which cannot be read. */
public final class WebhookNotGenuine extends Exception {

    private static final long serialVersionUID = 1;

    public WebhookNotGenuine(String message) {
        super(message);
    }
}
