package io.guildhall.platform.verify;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.follow.TopicRecord;
import io.guildhall.platform.follow.TopicReplay;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a whole topic once and compares it with the log: the same events, each partition in the log's order. */
final class TopicAudit {

    private final ServiceName service;
    private final TopicReplay topics;
    private final Map<Integer, Long> last = new HashMap<>();

    TopicAudit(ServiceName service, TopicReplay topics) {
        this.service = service;
        this.topics = topics;
    }

    /** @param published the position up to which the topic must hold everything */
    void compare(Marks log, long published, Check differences, Check reorderings) {
        var topic = new Marks(log.last());
        try (KafkaConsumer<String, byte[]> consumer = topics.open()) {
            var partitions = consumer.partitionsFor(service.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReplay.readUntil(
                    consumer,
                    consumer.endOffsets(partitions),
                    record -> read(record, topic, log, differences, reorderings));
        }
        for (long position = 1; position <= published; position++) {
            if (topic.at(position) != log.at(position)) {
                differences.found("position %d is %s in the topic"
                        .formatted(position, topic.at(position) == 0 ? "missing" : "another event"));
            }
        }
    }

    private void read(
            ConsumerRecord<String, byte[]> record, Marks topic, Marks log, Check differences, Check reorderings) {
        TopicRecord read = ReceivedRecords.read(record);
        long position = read.envelope().fact().position().number();
        long before = last.getOrDefault(record.partition(), 0L);
        if (position <= before) {
            return;
        }
        if (read.previous() > before) {
            reorderings.found("partition %d has %d behind %d before %d came"
                    .formatted(record.partition(), position, before, read.previous()));
            return;
        }
        last.put(record.partition(), position);
        topic.put(position, read.envelope().fact().eventId());
        if (position <= log.last() && topic.at(position) != log.at(position)) {
            differences.found("position %d is another event in the log".formatted(position));
        }
    }
}
