package io.guildhall.billing.webhook;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Money that a payment was found not to have asked for, however its provider told of it. */
@Document("mismatched_money")
record MismatchedMoney(@Id String id) {

    /** The texts are the provider's, so their lengths keep one from reaching into the next. */
    static String id(String paymentId, String orderId, long amountMinor, String currency) {
        return "%d:%s/%d:%s/%d/%s"
                .formatted(paymentId.length(), paymentId, orderId.length(), orderId, amountMinor, currency);
    }
}
