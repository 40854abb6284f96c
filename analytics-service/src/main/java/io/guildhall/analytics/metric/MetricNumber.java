package io.guildhall.analytics.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a metric answered, exactly.
 *
 * @param denominator null where the numerator is the value
 * @param currency null where the number is no money
 * @param asked how many could have answered, null where nobody is asked
 * @param events how many events are behind it, null where they are to be counted
 */
record MetricNumber(
        Fraction numerator,
        @Nullable BigInteger denominator,
        @Nullable String currency,
        @Nullable Long asked,
        @Nullable Long events) {

    static final int PLACES = 4;

    /** Nothing was found to divide by. */
    static final MetricNumber UNDEFINED = new MetricNumber(Fraction.ZERO, BigInteger.ZERO, null, null, null);

    /** Nothing was found to add up. */
    static MetricNumber none(@Nullable String currency) {
        return new MetricNumber(Fraction.ZERO, null, currency, null, null);
    }

    /** The same with more in the numerator. */
    MetricNumber plus(MetricNumber other) {
        return new MetricNumber(numerator.plus(other.numerator), denominator, currency, asked, events);
    }

    /** Null where it is undefined, which is not zero. */
    @Nullable
    BigDecimal value(boolean money) {
        if (denominator == null) {
            return numerator.shown();
        }
        if (denominator.signum() == 0) {
            return null;
        }
        Fraction value = numerator.dividedBy(denominator);
        return money ? value.rounded(0, RoundingMode.HALF_UP) : value.rounded(PLACES, RoundingMode.HALF_EVEN);
    }
}
