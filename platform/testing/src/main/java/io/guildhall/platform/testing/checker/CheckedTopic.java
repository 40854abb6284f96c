package io.guildhall.platform.testing.checker;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.follow.TopicRecord;
import io.guildhall.platform.follow.TopicReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Everything that lies in the topic of one service, from offset 0, in the order of its offsets. */
public record CheckedTopic(ServiceName service, List<TopicRecord> records) {

    public CheckedTopic {
        records = List.copyOf(records);
    }

    public static CheckedTopic of(ServiceName service, String bootstrapServers) {
        List<TopicRecord> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new TopicReplay(bootstrapServers).open()) {
            List<TopicPartition> partitions = consumer.partitionsFor(service.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            TopicReplay.readUntil(consumer, ends, record -> records.add(ReceivedRecords.read(record)));
        }
        return new CheckedTopic(service, records);
    }
}
