package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches one follower over all its owners: no event may begin before every earlier one has had its effect. */
final class Following {

    private final String name;
    private final Ledger ledger;
    private final Set<String> events;
    private final boolean byPartition;
    private final Set<Long> effected = new HashSet<>();

    /** @param byPartition whether order is promised within a partition only */
    Following(String name, Ledger ledger, Set<String> events, boolean byPartition) {
        this.name = name;
        this.ledger = ledger;
        this.events = events;
        this.byPartition = byPartition;
    }

    void begins(Fact fact) {
        long number = fact.position().number();
        int partition = EventRecords.partition(fact.streamId());
        forEachHeard((commit, event, position) -> {
            boolean before =
                    position < number && (!byPartition || EventRecords.partition(commit.streamId()) == partition);
            if (before && !effected.contains(position)) {
                throw new Violation("%s passed position %d when it took %d".formatted(name, position, number));
            }
            if (position == number && !event.id().equals(fact.eventId())) {
                throw new Violation("%s was brought %s, the log holds %s".formatted(name, fact, event));
            }
        });
        if (number > ledger.head()) {
            throw new Violation("%s was brought %s, which no majority holds".formatted(name, fact));
        }
    }

    /** The effect is durable, or the event lies in the dead letters. */
    void ends(Fact fact) {
        effected.add(fact.position().number());
    }

    boolean complete() {
        return missing().isEmpty();
    }

    /** The positions that it has not taken. */
    List<Long> missing() {
        List<Long> missing = new ArrayList<>();
        forEachHeard((_, _, position) -> {
            if (!effected.contains(position)) {
                missing.add(position);
            }
        });
        return missing;
    }

    @Override
    public String toString() {
        return name + " without " + missing();
    }

    interface HeardEvent {
        void at(Commit commit, StoredEvent event, long position);
    }

    void forEachHeard(HeardEvent visit) {
        for (Commit commit : ledger.commits()) {
            long position = commit.position();
            for (StoredEvent event : commit.events()) {
                if (events.contains(event.name())) {
                    visit.at(commit, event, position);
                }
                position++;
            }
        }
    }
}
