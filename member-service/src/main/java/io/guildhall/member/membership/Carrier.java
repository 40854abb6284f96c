package io.guildhall.member.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription, as it carries a membership: from its first term on, until it has ended. A term that is over ends
 * nothing, since the next may only be late.
 *
 * @param until the end of its newest term
 */
record Carrier(Instant from, Instant until, @Nullable Instant endedAt) {

    boolean carriesAt(Instant moment) {
        return !from.isAfter(moment) && (endedAt == null || endedAt.isAfter(moment));
    }

    /** Whether it carries until this moment, or beyond. */
    boolean carriesUpTo(Instant moment) {
        return from.isBefore(moment) && (endedAt == null || !endedAt.isBefore(moment));
    }

    boolean knows(Instant termEnd) {
        return !termEnd.isAfter(until);
    }

    Carrier renewed(Instant termEnd) {
        return new Carrier(from, termEnd, endedAt);
    }

    Carrier ended(Instant at) {
        return new Carrier(from, until, at);
    }

    /** Ended by a churn, which in old streams alone tells that the last subscription has ended. */
    Carrier endedBy(Instant churnedAt) {
        return carriesAt(churnedAt) ? ended(churnedAt) : this;
    }
}
