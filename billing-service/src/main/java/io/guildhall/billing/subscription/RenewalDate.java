package io.guildhall.billing.subscription;

import java.time.Duration;
import java.time.Instant;

/** When the term behind this one is ordered and charged, so that access goes on where this one ends. */
public final class RenewalDate {

    /** As long may a provider be away; what is charged is given back until the term begins. */
    public static final Duration LEAD = Duration.ofHours(24);

    private static final int SHORTEST_PART = 4;

    private RenewalDate() {}

    /** 24 hours before the end of a term, or a quarter of a term that lasts less than four days. */
    public static Instant of(Instant termStart, Instant termEnd) {
        Duration quarter = Duration.between(termStart, termEnd).dividedBy(SHORTEST_PART);
        return termEnd.minus(quarter.compareTo(LEAD) < 0 ? quarter : LEAD);
    }
}
