package io.guildhall.platform.publish;

import java.util.Map;

/**
 * How far the topic has followed the log.
 *
 * @param lastOfPartition the position of the last event in each partition that has one
 */
record Published(long position, Map<Integer, Long> lastOfPartition) {

    static final Published NOTHING = new Published(0, Map.of());

    Published {
        lastOfPartition = Map.copyOf(lastOfPartition);
    }
}
