package io.guildhall.platform.follow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How fast something goes, as those saw it who asked within the last half minute. */
final class Pace {

    private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long SHORTEST_NANOS = Duration.ofMillis(200).toNanos();

    private record Seen(long nanos, long done) {}

    private final Deque<Seen> seen = new ArrayDeque<>();

    /** @return events per second; {@code null} where it was not seen before */
    synchronized @Nullable Double at(long nanos, long done) {
        while (!seen.isEmpty() && nanos - seen.getFirst().nanos() > WINDOW_NANOS) {
            seen.removeFirst();
        }
        seen.addLast(new Seen(nanos, done));
        Seen first = seen.getFirst();
        long took = nanos - first.nanos();
        return took < SHORTEST_NANOS ? null : (done - first.done()) * 1e9 / took;
    }

    synchronized void standsStill() {
        seen.clear();
    }
}
