package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Generations;
import io.guildhall.platform.follow.Places;
import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.follow.TopicRecord;
import io.guildhall.platform.follow.TopicsRead;
import io.guildhall.platform.log.LogName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records in: each event once and in order, never past a missing one, until the next manifest. One lake holds one
 * generation of a log.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final List<Envelope> events = new ArrayList<>();
    private final Map<String, Long> offsets;
    private final Map<String, Long> positions;
    private final Map<String, String> topics;
    private final TopicsRead topicsRead;
    private final Map<String, String> troubles = new HashMap<>();
    private final Map<String, String> held = new HashMap<>();
    private final Generations generations;
    private final Map<String, Optional<String>> replacing = new HashMap<>();
    private Instant newest;
    private long characters;
    private boolean moved;

    /** @param newestLogs from which the topics' newest records come */
    Intake(LakeState state, Set<String> newestLogs, TopicsRead topicsRead) {
        this.topicsRead = topicsRead;
        topics = new HashMap<>(state.topics());
        generations = new Generations(newestLogs);
        offsets = new HashMap<>(state.offsets());
        positions = new HashMap<>(state.positions());
        newest = state.newest();
    }

    /** Takes a topic from where the lake knows it; one that was made anew from its start, where known events are passed. */
    void begin(String topic) {
        String id = topicsRead.begin(topic);
        String before = topics.put(topic, id);
        if (before != null && !before.equals(id)) {
            offsets.keySet().removeIf(partition -> partition.startsWith(topic + "/"));
        }
    }

    /** The offset of the first record that is to be read. */
    long next(TopicPartition partition) {
        return offsets.getOrDefault(partition.topic() + "/" + partition.partition(), 0L);
    }

    void take(ConsumerRecord<String, byte[]> record) {
        String partition = record.topic() + "/" + record.partition();
        if (record.offset() < offsets.getOrDefault(partition, 0L)) {
            topicsRead.suspect(new TopicPartition(record.topic(), record.partition()));
        }
        TopicRecord read = read(record);
        if (read == null || !generations.isCurrent(read.log())) {
            moved(partition, record);
            return;
        }
        String place = Places.key(read.log(), record.partition());
        Optional<String> replaced = replacing.computeIfAbsent(read.log(), this::replaced);
        if (replaced.isPresent()) {
            hold(place, partition, "%s began anew as %s: replay the lake".formatted(replaced.get(), read.log()));
            return;
        }
        long position = read.position();
        long last = positions.getOrDefault(place, 0L);
        if (position > last && !read.follows(last)) {
            topicsRead.suspect(new TopicPartition(record.topic(), record.partition()));
            hold(place, partition, "an event between %d and %d is missing".formatted(last, position));
            return;
        }
        if (position > last) {
            positions.put(place, position);
            troubles.remove(place);
            held.remove(place);
            add(read.envelope());
        }
        moved(partition, record);
    }

    private void hold(String place, String partition, String why) {
        held.put(place, partition);
        if (troubles.put(place, why) == null) {
            LOG.error("{} holds: {}", place, why);
        }
    }

    /** The older generation of a log that is in the lake. */
    private Optional<String> replaced(String log) {
        LogName name = LogName.parse(log);
        return positions.keySet().stream()
                .map(place -> place.substring(0, place.indexOf('/')))
                .filter(other -> name.replaces(LogName.parse(other)))
                .findAny();
    }

    /** Goes on behind the record, unless one of its partition waits. */
    private void moved(String partition, ConsumerRecord<String, byte[]> record) {
        if (!held.containsValue(partition)) {
            offsets.put(partition, record.offset() + 1);
        }
        moved = true;
    }

    private void add(Envelope event) {
        events.add(event);
        characters += event.payload().length();
        if (event.fact().recordedAt().isAfter(newest)) {
            newest = event.fact().recordedAt();
        }
    }

    private static @Nullable TopicRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            return ReceivedRecords.read(record);
        } catch (RuntimeException e) {
            LOG.error("Not in the lake: {}", e.getMessage());
            return null;
        }
    }

    List<Envelope> events() {
        return events;
    }

    /** Whether a manifest would say more than the last one. */
    boolean moved() {
        return moved;
    }

    /** Of the payloads that wait. */
    long characters() {
        return characters;
    }

    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    Manifest manifest(long number, List<LakeFile> files) {
        return new Manifest(number, false, files, offsets, positions, topics, newest);
    }

    void clear() {
        events.clear();
        characters = 0;
        moved = false;
    }
}
