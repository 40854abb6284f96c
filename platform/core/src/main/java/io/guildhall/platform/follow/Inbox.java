package io.guildhall.platform.follow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one follower has heard of one other service: applies each event once and in order, and never passes a missing
 * one. A new generation of a log is heard from its beginning, and what is left of the old one no more. It belongs to one
 * consumer thread.
 */
final class Inbox {

    /** What became of a record. */
    enum Verdict {
        APPLIED,
        /** Its effect was durable before, or it is of a generation that is no more. */
        PASSED,
        /** An event before it is missing; it was not applied and comes again behind the missing one. */
        AHEAD
    }

    private final Delivery delivery;
    private final String source;
    private final Positions positions;
    private Places reached = Places.START;
    private Generations generations = new Generations(List.of());
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private final Set<String> ahead = new HashSet<>();

    /** @param source the service that is heard */
    Inbox(Delivery delivery, String source, Positions positions) {
        this.delivery = delivery;
        this.source = source;
        this.positions = positions;
    }

    String follower() {
        return delivery.follower();
    }

    /**
     * Starts from what is stored; called whenever partitions are assigned.
     *
     * @param topic the id of the topic
     */
    void load(String topic) {
        offsets.clear();
        last.clear();
        ahead.clear();
        reached = positions.begin(follower(), source, topic);
        generations = new Generations(reached.logs());
    }

    /** The offset of the first record that is to be read. */
    long next(int partition) {
        return reached.offset(partition) + 1;
    }

    /** The position of the last event of a log that was taken from a partition. */
    long last(String log, int partition) {
        return last.getOrDefault(Places.key(log, partition), reached.position(log, partition));
    }

    void beginBatch() {
        delivery.beginBatch();
    }

    /** Throws what {@link Delivery#deliver} throws: then the record must be brought again. */
    Verdict accept(TopicRecord record) {
        String log = record.log();
        long position = record.position();
        long before = last(log, record.partition());
        if (!generations.isCurrent(log) || position <= before) {
            pass(record);
            return Verdict.PASSED;
        }
        String key = Places.key(log, record.partition());
        if (!record.follows(before)) {
            ahead.add(key);
            return Verdict.AHEAD;
        }
        delivery.deliver(record.envelope());
        ahead.remove(key);
        last.put(key, position);
        pass(record);
        return Verdict.APPLIED;
    }

    /** Goes on behind the record, unless one before it waits. */
    private void pass(TopicRecord record) {
        if (!holds(record.partition())) {
            offsets.put(record.partition(), record.offset());
        }
    }

    /** Whether a record of the partition waits for one before it. */
    boolean holds(int partition) {
        return ahead.stream()
                .anyMatch(key ->
                        key.endsWith("/" + partition) && generations.isCurrent(key.substring(0, key.indexOf('/'))));
    }

    /** Makes durable what was applied since the last call. */
    void store() {
        if (!offsets.isEmpty() || !last.isEmpty()) {
            var news = new Places(offsets, last, reached.topic());
            positions.reachedInTopic(follower(), source, news);
            reached = reached.and(news);
            offsets.clear();
            last.clear();
        }
    }
}
