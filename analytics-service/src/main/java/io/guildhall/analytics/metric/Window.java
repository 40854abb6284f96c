package io.guildhall.analytics.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What a metric is asked for: the days from {@code from} up to, not including, {@code to} in the community's zone, as it
 * was known at {@code asOf}.
 *
 * @param days how long something may take that has to be waited for, such as the completion of a course
 */
public record Window(LocalDate from, LocalDate to, ZoneId zone, Instant asOf, int days) {

    public static final int DAYS = 90;

    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
    }

    /** The first moment of the window. */
    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment behind it. */
    public Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }
}
