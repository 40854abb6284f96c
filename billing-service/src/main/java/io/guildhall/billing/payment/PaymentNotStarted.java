package io.guildhall.billing.payment;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The provider gave no page to pay on; the same request may be sent again. Answered with 503. */
final class PaymentNotStarted extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    PaymentNotStarted(ProviderUnavailable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "the payment provider does not answer", cause);
    }
}
