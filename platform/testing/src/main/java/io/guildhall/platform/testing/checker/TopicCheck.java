package io.guildhall.platform.testing.checker;

import io.guildhall.platform.follow.TopicRecord;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compares a topic with its log; repetitions are allowed, since every consumer knows them by their position. */
final class TopicCheck {

    private final CheckedLog log;
    private final CheckedTopic topic;
    private final Findings findings;
    private final Map<Long, String> ofLog = new HashMap<>();
    private final Set<Long> ofTopic = new HashSet<>();
    private final Set<Long> applied = new HashSet<>();

    TopicCheck(CheckedLog log, CheckedTopic topic, Findings findings) {
        this.log = log;
        this.topic = topic;
        this.findings = findings;
    }

    void run() {
        for (Commit commit : log.commits()) {
            long position = commit.position();
            for (StoredEvent event : commit.events()) {
                ofLog.put(position++, event.id());
            }
        }
        Map<Integer, Long> reached = new HashMap<>();
        for (TopicRecord record : topic.records()) {
            long position = record.envelope().fact().position().number();
            compare(position, record.envelope().fact().eventId());
            ofTopic.add(position);
            if (record.follows(reached.getOrDefault(record.partition(), 0L))) {
                reached.put(record.partition(), position);
                applied.add(position);
            }
        }
        ofLog.forEach((position, eventId) -> {
            if (!ofTopic.contains(position)) {
                findings.add(
                        Count.LOG_NOT_TOPIC, "%s/%d (%s) is not in the topic".formatted(name(), position, eventId));
            } else if (!applied.contains(position)) {
                findings.add(
                        Count.REORDERED,
                        "%s/%d is in the topic where no consumer can apply it".formatted(name(), position));
            }
        });
    }

    private void compare(long position, String eventId) {
        String stored = ofLog.get(position);
        if (!eventId.equals(stored)) {
            findings.add(
                    Count.LOG_NOT_TOPIC,
                    "%s/%d is %s in the topic, %s in the log".formatted(name(), position, eventId, stored));
        }
    }

    private String name() {
        return LogName.first(log.service().value()).toString();
    }
}
