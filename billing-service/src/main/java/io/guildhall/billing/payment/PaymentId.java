package io.guildhall.billing.payment;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** The one id of an order's payment, so that asking twice is asking once. */
public final class PaymentId {

    private PaymentId() {}

    public static String of(String orderId) {
        return Ids.derived("pay", orderId.getBytes(StandardCharsets.UTF_8));
    }
}
