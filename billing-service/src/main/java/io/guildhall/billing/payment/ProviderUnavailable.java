package io.guildhall.billing.payment;

import org.jspecify.annotations.Nullable;

/** The provider gave no answer; whether it did what it was asked is not known, so it is asked and never just retried. */
public final class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ProviderUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
