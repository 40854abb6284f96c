package io.guildhall.platform.publish;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the topic has followed the log.
 *
 * @param lastOfPartition the position of the last event in each partition that has one
 * @param topic the id of the topic, which another one of its name does not have; {@code null} where none was told
 */
record Published(
        long position,
        Map<Integer, Long> lastOfPartition,
        @Nullable String topic) {

    static final Published NOTHING = new Published(0, Map.of(), null);

    Published {
        lastOfPartition = Map.copyOf(lastOfPartition);
    }

    Published in(String id) {
        return new Published(position, lastOfPartition, id);
    }
}
