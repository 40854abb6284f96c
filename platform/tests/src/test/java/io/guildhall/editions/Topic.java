package io.guildhall.editions;

import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.testing.Servers;
import org.apache.kafka.common.TopicPartition;

/** How many records a topic holds. */
final class Topic {

    private Topic() {}

    static long end(String name) {
        try (var consumer = new TopicReplay(Servers.kafka()).open()) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
