package io.guildhall.platform.follow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of one topic has come.
 *
 * @param offsets of the last record behind which it goes on, by partition
 * @param positions of the last event whose effect is durable, by log and partition, written {@code member.0/7}
 * @param topic the id of the topic that the offsets are of; {@code null} where it was not told
 */
public record Places(
        Map<Integer, Long> offsets,
        Map<String, Long> positions,
        @Nullable String topic) {

    public static final Places START = new Places(Map.of(), Map.of(), null);

    public Places {
        offsets = Map.copyOf(offsets);
        positions = Map.copyOf(positions);
    }

    public static String key(String log, int partition) {
        return log + "/" + partition;
    }

    /** -1 before the first record. */
    public long offset(int partition) {
        return offsets.getOrDefault(partition, -1L);
    }

    /** 0 before the first event. */
    public long position(String log, int partition) {
        return positions.getOrDefault(key(log, partition), 0L);
    }

    /** The logs of which an event was taken. */
    List<String> logs() {
        return positions.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('/')))
                .distinct()
                .toList();
    }

    /** The same in this topic: of one that was made anew everything is read again, and what is known is passed. */
    public Places in(@Nullable String id) {
        if (id == null || id.equals(topic)) {
            return this;
        }
        return new Places(topic == null ? offsets : Map.of(), positions, id);
    }

    /** Both together, the further of each, in the topic of the other. */
    public Places and(Places other) {
        Map<Integer, Long> furthest = new HashMap<>(in(other.topic).offsets);
        other.offsets.forEach((partition, offset) -> furthest.merge(partition, offset, Math::max));
        Map<String, Long> newest = new HashMap<>(positions);
        other.positions.forEach((key, position) -> newest.merge(key, position, Math::max));
        return new Places(furthest, newest, in(other.topic).topic);
    }
}
