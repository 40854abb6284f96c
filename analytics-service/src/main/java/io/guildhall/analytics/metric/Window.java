package io.guildhall.analytics.metric;

import java.time.Duration;
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

    /** Who tells late has this time: a number of a window is final behind it. */
    private static final Duration GRACE = Duration.ofDays(7);

    /** The first moment of the window. */
    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment behind it. */
    public Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }

    /**
     * From when on no late event is waited for any more.
     *
     * @param waits whether what happened in the window is followed for {@code days} more
     */
    Instant finalAt(boolean waits) {
        return end().plus(GRACE).plus(Duration.ofDays(waits ? days : 0));
    }
}
