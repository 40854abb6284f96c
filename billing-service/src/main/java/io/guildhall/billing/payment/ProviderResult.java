package io.guildhall.billing.payment;

/** How far a payment has come at its provider. */
public enum ProviderResult {
    /** Nobody tried yet. */
    OPEN,
    /** Somebody tried, and it is not decided. */
    PENDING,
    CAPTURED,
    DECLINED;

    public boolean isFinal() {
        return this == CAPTURED || this == DECLINED;
    }
}
