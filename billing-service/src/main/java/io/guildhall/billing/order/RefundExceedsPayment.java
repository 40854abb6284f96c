package io.guildhall.billing.order;

import io.guildhall.platform.problem.Refusal;
import java.util.List;
import java.util.Map;

/** More than what is left of an order's money cannot be given back. */
public final class RefundExceedsPayment extends Refusal {

    /** @param leftMinor what can be given back still, in minor units of the currency */
    public RefundExceedsPayment(long leftMinor, String currency) {
        super(Kind.UNPROCESSABLE, Long.toString(leftMinor), currency);
    }

    /** Names the field as a validation does. */
    @Override
    public Map<String, Object> extensions() {
        return Map.of("errors", List.of(Map.of("pointer", "/amountMinor", "code", code())));
    }
}
