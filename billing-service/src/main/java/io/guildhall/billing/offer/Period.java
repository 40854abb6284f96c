package io.guildhall.billing.offer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** How long a term of a plan lasts, by the calendar (UTC). */
public enum Period {
    MONTH,
    YEAR;

    /**
     * The end of a term. Counted from the anchor, so that the 31st comes back behind a shorter month.
     *
     * @param anchor when the first term began
     * @param terms how many terms lie between the anchor and the end
     */
    public Instant end(Instant anchor, int terms) {
        ZonedDateTime start = anchor.atZone(ZoneOffset.UTC);
        return switch (this) {
            case MONTH -> start.plusMonths(terms).toInstant();
            case YEAR -> start.plusYears(terms).toInstant();
        };
    }
}
