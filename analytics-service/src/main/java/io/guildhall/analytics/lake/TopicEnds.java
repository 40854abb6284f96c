package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.TopicReplay;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells how long the topics are that the lake holds. */
@Component
public class TopicEnds {

    private final String bootstrapServers;
    private final Pattern topics;

    TopicEnds(
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${guildhall.lake-topics}") Pattern topics) {
        this.bootstrapServers = bootstrapServers;
        this.topics = topics;
    }

    /** The offset behind the last record, by {@code topic/partition}; empty partitions are left out. */
    public Map<String, Long> now() {
        try (KafkaConsumer<String, byte[]> consumer = new TopicReplay(bootstrapServers).open()) {
            Set<TopicPartition> wanted = new HashSet<>();
            consumer.listTopics().forEach((topic, partitions) -> {
                if (topics.matcher(topic).matches()) {
                    partitions.forEach(partition -> wanted.add(new TopicPartition(topic, partition.partition())));
                }
            });
            consumer.assign(wanted); // or it warns of each
            Map<String, Long> ends = new TreeMap<>();
            consumer.endOffsets(wanted).forEach((partition, end) -> {
                if (end > 0) {
                    ends.put(partition.topic() + "/" + partition.partition(), end);
                }
            });
            return ends;
        }
    }
}
