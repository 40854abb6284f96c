package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.publish.PublishFailed;
import io.guildhall.platform.publish.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows how far editions have come in all that they follow. */
final class EditionProgress {

    private static final Logger LOG = LoggerFactory.getLogger(EditionProgress.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Components components;
    private final EventLogs logs;
    private final Topics topics;
    private final Positions positions;

    EditionProgress(Components components, EventLogs logs, Topics topics, Positions positions) {
        this.components = components;
        this.logs = logs;
        this.topics = topics;
        this.positions = positions;
    }

    /**
     * How far one edition has come.
     *
     * @param done events of own logs and records of topics that it has seen
     * @param total how many there are; {@code null} where the broker does not say how long a topic is
     */
    record Way(long done, @Nullable Long total) {

        /** What goes on never stands at its very end: a thousandth may be missing. */
        boolean caughtUp() {
            return total != null && (total - done) * 1_000 <= total;
        }

        private Way and(long moreDone, long more) {
            return new Way(done + Math.min(moreDone, more), total == null ? null : total + more);
        }

        private Way and(Places places, Map<Integer, Long> ends) {
            Way way = this;
            for (Map.Entry<Integer, Long> end : ends.entrySet()) {
                way = way.and(places.offset(end.getKey()) + 1, end.getValue());
            }
            return way;
        }

        private Way andNobodyKnows(long moreDone) {
            return new Way(done + moreDone, null);
        }
    }

    /** Asks the broker how long the topics are that it hears; where it is silent once, it is asked no more. */
    Way way(Component projection, Edition edition) {
        Way way = new Way(0, 0L);
        for (EventLog log : logs.all()) {
            if (components.hearsOwnLog(projection)) {
                way = way.and(
                        positions.of(edition.follower(), log.name().lasting()),
                        log.reader().head());
            }
        }
        for (ServiceName other : components.foreignServices(projection)) {
            Places places = positions.ofTopic(edition.follower(), other.value());
            Map<Integer, Long> ends = way.total() == null ? null : ends(other.topic());
            way = ends == null ? way.andNobodyKnows(heard(places)) : way.and(places, ends);
        }
        return way;
    }

    private @Nullable Map<Integer, Long> ends(String topic) {
        try {
            return topics.ends(topic);
        } catch (PublishFailed silent) {
            LOG.info("How far editions are is not known: {}", silent.toString());
            return null;
        }
    }

    private static long heard(Places places) {
        return places.offsets().values().stream()
                .mapToLong(offset -> offset + 1)
                .sum();
    }

    /**
     * Waits until each of two editions has seen what the other has now.
     *
     * @throws RebuildBehind when one of them has not within {@code longest}
     */
    void level(Component projection, Edition one, Edition other, Duration longest) {
        long latest = System.nanoTime() + longest.toNanos();
        Map<String, Long> target = seen(projection, one);
        seen(projection, other).forEach((where, place) -> target.merge(where, place, Math::max));
        while (!reached(projection, one, target) || !reached(projection, other, target)) {
            if (System.nanoTime() > latest || !pause()) {
                throw new RebuildBehind(projection.name());
            }
        }
    }

    private boolean reached(Component projection, Edition edition, Map<String, Long> target) {
        Map<String, Long> seen = seen(projection, edition);
        return target.entrySet().stream().allMatch(place -> seen.getOrDefault(place.getKey(), -1L) >= place.getValue());
    }

    /** Positions by log and offsets by partition. */
    private Map<String, Long> seen(Component projection, Edition edition) {
        Map<String, Long> seen = new HashMap<>();
        for (EventLog log : logs.all()) {
            String lasting = log.name().lasting();
            seen.put(lasting, components.hearsOwnLog(projection) ? positions.of(edition.follower(), lasting) : 0);
        }
        for (ServiceName other : components.foreignServices(projection)) {
            positions
                    .ofTopic(edition.follower(), other.value())
                    .offsets()
                    .forEach((partition, offset) -> seen.put(other.topic() + "-" + partition, offset));
        }
        return seen;
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
