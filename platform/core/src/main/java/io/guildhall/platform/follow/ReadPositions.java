package io.guildhall.platform.follow;

import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogPosition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Lets a reader wait until this service's read models know what his own command did. */
public final class ReadPositions {

    private static final Duration LOOK = Duration.ofMillis(10);

    private final EventLogs logs;
    private final List<String> projections;
    private final Editions editions;
    private final Positions positions;
    private final InstantSource clock;

    ReadPositions(
            EventLogs logs, List<String> projections, Editions editions, Positions positions, InstantSource clock) {
        this.logs = logs;
        this.projections = projections;
        this.editions = editions;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * Waits until every read model has reached the position, also the edition that is about to be read; positions of other services' logs are not waited for,
     * nor such as nobody was told, since nothing is stored there.
     *
     * @return whether all have, within {@code longest}
     */
    public boolean await(LogPosition position, Duration longest) {
        EventLog log = logs.named(position.log()).orElse(null);
        if (log == null) {
            return true;
        }
        String name = log.name().lasting();
        boolean isStored = false;
        long end = System.nanoTime() + longest.toNanos();
        List<Edition> reached = List.of();
        List<Edition> awaited = awaited();
        while (!reached.equals(awaited)) { // one may have been announced meanwhile
            for (Edition edition : awaited) {
                while (positions.of(edition.follower(), name) < position.number()) {
                    isStored = isStored || log.reader().head() >= position.number();
                    if (!isStored || System.nanoTime() > end || !pause()) {
                        return false;
                    }
                }
            }
            reached = awaited;
            awaited = awaited();
        }
        return true;
    }

    private List<Edition> awaited() {
        return projections.stream()
                .flatMap(projection -> editions.of(projection).awaited(clock.instant()).stream())
                .toList();
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
