package io.guildhall.analytics.metric;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number with all that is needed to check it. An undefined one has no value and says why.
 *
 * @param value to 4 places, money to the minor unit
 * @param numerator the exact one; where it is no integer, its first 16 digits
 * @param denominator absent where the numerator is the value
 * @param interval where the share lies, for metrics that tell it
 * @param responses who answered of those who could, for metrics that ask
 * @param freshness when the newest event of the lake was recorded
 * @param eventCount how many events are behind it
 * @param unit for money the currency, whose minor unit it is in
 * @param isFinal whether {@code finalAt} lies behind {@code asOf}
 * @param finalAt until when late events are waited for: 7 days behind all that is counted
 */
public record MetricAnswer(
        String name,
        int definitionVersion,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,

        @Schema(description = "Where the share lies with 95 % confidence, for metrics that tell it") @Nullable
        Interval interval,

        @Schema(description = "How many could have answered, for metrics that ask") @Nullable
        Responses responses,

        @Nullable String undefinedReason,
        String unit,
        Days window,
        Instant asOf,
        Instant freshness,
        long eventCount,

        @Schema(description = "Whether late events were waited for until finalAt")
        boolean isFinal,

        @Schema(description = "7 days behind all that is counted")
        Instant finalAt) {

    /** The days from {@code from} up to, not including, {@code to}. */
    public record Days(LocalDate from, LocalDate to, String zone) {}

    /**
     * How many could have answered, and the share of them that did.
     *
     * @param rate to 4 places, absent where nobody could
     */
    public record Responses(long asked, @Nullable BigDecimal rate) {

        private static @Nullable Responses of(@Nullable Long asked, @Nullable BigDecimal answered) {
            if (asked == null || answered == null) {
                return null;
            }
            return new Responses(
                    asked,
                    asked == 0
                            ? null
                            : answered.divide(new BigDecimal(asked), MetricNumber.PLACES, RoundingMode.HALF_EVEN));
        }
    }

    static MetricAnswer of(Metric metric, MetricNumber number, Window window, Instant freshness, long events) {
        BigDecimal value = number.value(metric.isMoney());
        BigDecimal numerator = number.numerator().shown();
        BigDecimal denominator = number.denominator() == null ? null : new BigDecimal(number.denominator());
        Instant finalAt = window.finalAt(metric.waits());
        return new MetricAnswer(
                metric.name(),
                metric.version(),
                value,
                numerator,
                denominator,
                metric.interval() && value != null && denominator != null ? Interval.of(numerator, denominator) : null,
                Responses.of(number.asked(), denominator),
                value == null ? metric.undefined() : null,
                number.currency() == null ? metric.unit() : number.currency(),
                new Days(window.from(), window.to(), window.zone().getId()),
                window.asOf(),
                freshness,
                events,
                !window.asOf().isBefore(finalAt),
                finalAt);
    }
}
