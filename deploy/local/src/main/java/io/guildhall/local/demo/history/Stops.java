package io.guildhall.local.demo.history;

import io.guildhall.local.demo.story.Deed;
import io.guildhall.local.demo.story.Deed.Plan;
import io.guildhall.local.demo.story.Deed.Subscribe;
import io.guildhall.local.demo.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * At which steps the clock stands: where something is done, and half a day behind each moment at which a renewal is
 * charged or a term ends. So the one is over before the other comes.
 *
 * @param due those at which a term may have become due or over
 */
record Stops(Instant firstMorning, NavigableSet<Integer> all, Set<Integer> due) {

    private static final Duration STEP = Duration.ofHours(12);
    private static final int STEPS_AHEAD_OF_AN_END = 2;

    /** @param now behind which nothing stops */
    static Stops of(Story story, Instant firstMorning, Instant now) {
        int last = (int) Duration.between(firstMorning, now).dividedBy(STEP);
        Set<Integer> due = new TreeSet<>();
        for (Deed deed : story.deeds()) {
            if (deed instanceof Subscribe subscribed) {
                addTerms(due, subscribed, firstMorning, last);
            }
        }
        NavigableSet<Integer> all = new TreeSet<>(due);
        story.deeds().forEach(deed -> all.add(deed.step()));
        return new Stops(firstMorning, all, due);
    }

    private static void addTerms(Set<Integer> due, Subscribe subscribed, Instant firstMorning, int last) {
        ZonedDateTime start = time(firstMorning, subscribed.step()).atZone(ZoneOffset.UTC);
        int term = 1;
        int end = end(start, subscribed.plan(), term, firstMorning);
        while (end - STEPS_AHEAD_OF_AN_END < last) {
            due.add(end - STEPS_AHEAD_OF_AN_END + 1);
            if (end < last) {
                due.add(end + 1);
            }
            term++;
            end = end(start, subscribed.plan(), term, firstMorning);
        }
    }

    private static int end(ZonedDateTime start, Plan plan, int term, Instant firstMorning) {
        ZonedDateTime end = plan == Plan.MONTH ? start.plusMonths(term) : start.plusYears(term);
        return (int) Duration.between(firstMorning, end.toInstant()).dividedBy(STEP);
    }

    Instant time(int step) {
        return time(firstMorning, step);
    }

    private static Instant time(Instant firstMorning, int step) {
        return firstMorning.plus(STEP.multipliedBy(step));
    }
}
