package io.guildhall.platform.follow;

import io.guildhall.platform.follow.Positions.Place;
import java.util.HashMap;
import java.util.Map;

/**
 * What one follower has heard of one other service: applies each event once and in order, and never passes a missing
 * one. It belongs to one consumer thread.
 */
final class Inbox {

    /** What became of a record. */
    enum Verdict {
        APPLIED,
        /** Its effect was durable before. */
        DUPLICATE,
        /** An event before it is missing; it was not applied and comes again behind the missing one. */
        AHEAD
    }

    private final Delivery delivery;
    private final String log;
    private final Positions positions;
    private final Map<Integer, Place> reached = new HashMap<>();
    private final Map<Integer, Place> unstored = new HashMap<>();

    Inbox(Delivery delivery, String log, Positions positions) {
        this.delivery = delivery;
        this.log = log;
        this.positions = positions;
    }

    String follower() {
        return delivery.follower();
    }

    String log() {
        return log;
    }

    /** Starts from what is stored; called whenever partitions are assigned. */
    void load() {
        reached.clear();
        unstored.clear();
        reached.putAll(positions.ofTopic(follower(), log));
    }

    Place place(int partition) {
        return reached.getOrDefault(partition, Place.START);
    }

    void beginBatch() {
        delivery.beginBatch();
    }

    /** Throws what {@link Delivery#deliver} throws: then the record must be brought again. */
    Verdict accept(TopicRecord record) {
        long position = record.envelope().fact().position().number();
        long last = place(record.partition()).position();
        if (position <= last) {
            reach(record, last);
            return Verdict.DUPLICATE;
        }
        if (!record.follows(last)) {
            return Verdict.AHEAD;
        }
        delivery.deliver(record.envelope());
        reach(record, position);
        return Verdict.APPLIED;
    }

    /** A duplicate moves the offset alone: else it would be taken for one that waits. */
    private void reach(TopicRecord record, long position) {
        var place = new Place(position, record.offset());
        reached.put(record.partition(), place);
        unstored.put(record.partition(), place);
    }

    /** Makes durable what was applied since the last call. */
    void store() {
        if (!unstored.isEmpty()) {
            positions.reachedInTopic(follower(), log, Map.copyOf(unstored));
            unstored.clear();
        }
    }
}
