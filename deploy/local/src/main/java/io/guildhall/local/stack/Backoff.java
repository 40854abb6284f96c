package io.guildhall.local.stack;

import java.time.Duration;

/** How long to wait before a part that died is started again: doubled each time, forgotten after a calm while. */
record Backoff(Duration first, Duration longest, Duration calm) {

    static final Backoff USUAL = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** @param deaths how often the part died in a row, from 1 */
    Duration before(int deaths) {
        Duration wait = first;
        for (int death = 1; death < deaths && wait.compareTo(longest) < 0; death++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    int deathsAfter(int deaths, Duration lived) {
        return lived.compareTo(calm) >= 0 ? 1 : deaths + 1;
    }
}
