package io.guildhall.analytics.metric.web;

import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.metric.Window;
import io.guildhall.platform.problem.BadField;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is asked of a metric, as parameters of a request.
 *
 * @param from first day
 * @param to first day that is no longer part of it
 * @param asOf as it was known then; now unless said, or where it lies ahead
 * @param zone in which days begin, a region of the time zone database; {@code UTC} unless said
 * @param days how long is waited where something is waited for, 90 unless said
 * @param version of the definition, the newest unless said
 * @param currency where there are several
 */
record MetricQuery(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable Instant asOf,
        @Nullable String zone,
        @Nullable Integer days,
        @Nullable Integer version,
        @Nullable String currency) {

    private static final int MOST_DAYS = 3_650;
    private static final int EARLIEST = 1970;
    private static final int LATEST = 9999;

    Window window(InstantSource clock, Lake lake) {
        LocalDate first = day("from", from);
        LocalDate end = day("to", to);
        if (!first.isBefore(end)) {
            throw BadField.value("to", "invalid-value");
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw BadField.value("days", "invalid-value");
        }
        return new Window(first, end, zoneId(), asOf(clock, lake), days == null ? Window.DAYS : days);
    }

    /** What will be known is not known: else the same question would have another answer later. */
    private Instant asOf(InstantSource clock, Lake lake) {
        Instant known = lake.known(clock.instant());
        return asOf == null || asOf.isAfter(known) ? known : asOf;
    }

    private ZoneId zoneId() {
        String region = zone == null ? "UTC" : zone;
        if (!ZoneId.getAvailableZoneIds().contains(region)) { // offsets, which Java takes too, no engine knows
            throw BadField.value("zone", "invalid-value");
        }
        return ZoneId.of(region);
    }

    private static LocalDate day(String name, @Nullable LocalDate day) {
        if (day == null) {
            throw BadField.value(name, "required");
        }
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
            throw BadField.value(name, "invalid-value");
        }
        return day;
    }
}
