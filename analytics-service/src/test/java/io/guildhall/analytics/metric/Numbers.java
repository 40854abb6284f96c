package io.guildhall.analytics.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the community {@code com_1} of a story for its numbers. */
final class Numbers {

    static final Metrics METRICS = new Metrics();
    static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
    static final Window MARCH = window("2026-03-01", "2026-04-01", "UTC", LATER);

    private Numbers() {}

    static MetricAnswer answer(MetricReader reader, String metric, Window window) {
        return answer(reader, metric, null, window);
    }

    /** @param version the newest if absent */
    static MetricAnswer answer(MetricReader reader, String metric, @Nullable Integer version, Window window) {
        return reader.answer(METRICS.find(metric, version).orElseThrow(), "com_1", window, null);
    }

    static String value(MetricReader reader, String metric, Window window) {
        return value(reader, metric, null, window);
    }

    static String value(MetricReader reader, String metric, @Nullable Integer version, Window window) {
        @Nullable BigDecimal value = answer(reader, metric, version, window).value();
        return Objects.requireNonNull(value, metric).toPlainString();
    }

    static Window window(String from, String to, String zone, Instant asOf) {
        return new Window(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone), asOf, Window.DAYS);
    }
}
