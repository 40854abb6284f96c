package io.guildhall.analytics.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One row that a metric answered.
 *
 * @param numerator null where nothing was added up
 * @param denominator null where the numerator is the value
 * @param currency null where the number is no money
 */
public record MetricNumber(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String currency) {

    private static final int PLACES = 4;

    /** Null where it is undefined, which is not zero. */
    @Nullable
    BigDecimal value(boolean money) {
        if (denominator == null) {
            return numerator;
        }
        if (numerator == null || denominator.signum() == 0) {
            return null;
        }
        return money
                ? numerator.divide(denominator, 0, RoundingMode.HALF_UP)
                : numerator.divide(denominator, PLACES, RoundingMode.HALF_EVEN);
    }
}
