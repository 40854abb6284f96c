package io.guildhall.platform.follow;

import io.guildhall.platform.follow.Comparison.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares two editions while events go on. Documents that come of different events are looked at again once each edition
 * has seen what the other had, a thousand at a time: what is not the same and has not moved by then is different.
 */
final class EditionComparison {

    private static final int MOST_TOLD = 20;
    private static final int TOGETHER = 1_000;
    private static final int MOST_LOOKS = 10;

    private final Comparison comparison;
    private final Runnable level;
    private final List<Difference> told = new ArrayList<>();
    private List<Pair> open = new ArrayList<>();
    private long different;
    private long moving;

    /** @param level returns when each edition has seen what the other had when it was called */
    EditionComparison(Comparison comparison, Runnable level) {
        this.comparison = comparison;
        this.level = level;
    }

    Compared run(Instant at) {
        level.run();
        long documents = comparison.run(this::take);
        lookAtOpen();
        return new Compared(at, documents, different, moving, told);
    }

    private boolean take(Pair pair) {
        if (pair.settled()) {
            differs(pair);
        } else {
            open.add(pair);
        }
        if (open.size() == TOGETHER) {
            lookAtOpen();
        }
        return true;
    }

    private void lookAtOpen() {
        for (int look = 0; look < MOST_LOOKS && !open.isEmpty(); look++) {
            level.run();
            lookAgain();
        }
        moving += open.size();
        open = new ArrayList<>();
    }

    private void lookAgain() {
        List<Pair> before = open;
        open = new ArrayList<>();
        for (Pair pair : before) {
            Pair now = comparison.again(pair);
            if (now.settled() || now.equals(pair)) {
                if (!now.equal()) {
                    differs(now);
                }
            } else if (!now.equal()) {
                open.add(now);
            }
        }
    }

    private void differs(Pair pair) {
        different++;
        if (told.size() < MOST_TOLD) {
            told.add(pair.difference());
        }
    }
}
