package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.follow.TopicRecord;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares one partition with the log by position and event id. */
final class TopicCheck {

    private record Place(long position, long previous, String eventId) {}

    private final Map<Long, Place> ofLog = new HashMap<>();
    private final SimulatedTopic topic;
    private final int partition;
    private long last;

    TopicCheck(Ledger ledger, SimulatedTopic topic, int partition) {
        this.topic = topic;
        this.partition = partition;
        for (Commit commit : ledger.commits()) {
            if (EventRecords.partition(commit.streamId()) == partition) {
                long position = commit.position();
                for (StoredEvent event : commit.events()) {
                    ofLog.put(position, new Place(position, last, event.id()));
                    last = position++;
                }
            }
        }
    }

    void run() {
        List<Place> passed = new ArrayList<>();
        long reached = 0;
        for (var record : topic.partition(partition)) {
            TopicRecord read = ReceivedRecords.read(record);
            var place = new Place(
                    read.envelope().fact().position().number(),
                    read.previous(),
                    read.envelope().fact().eventId());
            if (!place.equals(ofLog.get(place.position()))) {
                throw new Violation(
                        "log ≠ topic: %s where the log has %s".formatted(place, ofLog.get(place.position())));
            }
            if (place.previous() == reached) {
                reached = place.position();
                passed.add(place);
            }
        }
        if (reached != last || passed.size() != ofLog.size()) {
            throw new Violation(
                    "log ≠ topic: partition %d ends at %d, the log at %d".formatted(partition, reached, last));
        }
    }
}
