package io.guildhall.analytics.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number with all that is needed to check it. An undefined one has no value and says why.
 *
 * @param value to 4 places, money to the minor unit
 * @param denominator absent where the numerator is the value
 * @param freshness when the newest event of the lake was recorded
 * @param eventCount how many events are behind it
 * @param unit for money the currency, whose minor unit it is in
 */
public record MetricAnswer(
        String name,
        int definitionVersion,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String undefinedReason,
        String unit,
        Days window,
        Instant asOf,
        Instant freshness,
        long eventCount) {

    /** The days from {@code from} up to, not including, {@code to}. */
    public record Days(LocalDate from, LocalDate to, String zone) {}
}
