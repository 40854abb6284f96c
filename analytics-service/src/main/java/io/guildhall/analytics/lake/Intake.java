package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.follow.TopicRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes records in: each event once and in order, never past a missing one, until the next manifest. */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final List<Envelope> events = new ArrayList<>();
    private final Map<String, Long> offsets;
    private final Map<String, Long> positions;
    private final Map<String, String> troubles = new HashMap<>();
    private Instant newest;
    private long characters;
    private boolean moved;

    Intake(LakeState state) {
        offsets = new HashMap<>(state.offsets());
        positions = new HashMap<>(state.positions());
        newest = state.newest();
    }

    void take(ConsumerRecord<String, byte[]> record) {
        String partition = record.topic() + "/" + record.partition();
        TopicRecord read = read(record);
        if (read == null) {
            moved(partition, record);
            return;
        }
        Envelope event = read.envelope();
        String place = event.fact().position().log() + "/" + record.partition();
        long position = event.fact().position().number();
        long last = positions.getOrDefault(place, 0L);
        if (position > last && !read.follows(last)) {
            String missing = "an event between %d and %d is missing".formatted(last, position);
            if (troubles.put(place, missing) == null) {
                LOG.error("{} holds: {}", place, missing);
            }
            return;
        }
        moved(partition, record);
        if (position > last) {
            positions.put(place, position);
            troubles.remove(place);
            add(event);
        }
    }

    private void moved(String partition, ConsumerRecord<String, byte[]> record) {
        offsets.put(partition, record.offset() + 1);
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
        return new Manifest(number, false, files, offsets, positions, newest);
    }

    void clear() {
        events.clear();
        characters = 0;
        moved = false;
    }
}
