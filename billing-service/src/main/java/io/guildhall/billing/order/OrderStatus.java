package io.guildhall.billing.order;

import java.util.Locale;

/** Where an order stands. */
public enum OrderStatus {
    PLACED,
    PAID,
    EXPIRED,
    REFUNDED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
