package io.guildhall.billing.order.web;

import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * How much is given back.
 *
 * @param amountMinor in minor units of the order's currency; all that is left where absent
 */
record RefundRequest(@Positive @Nullable Long amountMinor) {}
