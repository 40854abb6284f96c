package io.guildhall.platform.testing.checker;

import io.guildhall.platform.log.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Follows by time stamps with a second of look-back, as Axon's own engine for MongoDB does. */
final class LookBackFollower {

    private static final Duration LOOK_BACK = Duration.ofSeconds(1);

    private final Till till;
    private final Set<Long> seen = new HashSet<>();
    private Instant newest = Instant.EPOCH;

    LookBackFollower(Till till) {
        this.till = till;
    }

    void catchUp() {
        Instant from = newest.minus(LOOK_BACK);
        for (Commit commit : till.commits()) {
            Instant at = commit.events().getFirst().at();
            if (!at.isBefore(from) && seen.add(commit.position())) {
                till.project(commit);
                newest = at.isAfter(newest) ? at : newest;
            }
        }
    }
}
