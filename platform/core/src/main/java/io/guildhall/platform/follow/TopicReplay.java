package io.guildhall.platform.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic again, as an inbox would have taken it, without touching any inbox. */
public final class TopicReplay {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    public TopicReplay(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** A consumer that belongs to no group. */
    public KafkaConsumer<String, byte[]> open() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "replay-" + UUID.randomUUID(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Hands over each event once, in order in each partition: those behind {@code from} up to the offsets of {@code to}, or
     * to the end of the topic if it was made anew and is not that long yet.
     *
     * @return how far that is
     */
    Places replay(String topic, Places from, Places to, Consumer<Envelope> sink) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        to.offsets().forEach((partition, offset) -> {
            if (offset > from.offset(partition)) {
                ends.put(new TopicPartition(topic, partition), offset + 1);
            }
        });
        Map<String, Long> last = new HashMap<>(from.positions());
        var generations = new Generations(to.logs());
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            consumer.assign(ends.keySet());
            consumer.endOffsets(ends.keySet()).forEach((partition, end) -> ends.merge(partition, end, Math::min));
            ends.keySet().forEach(partition -> consumer.seek(partition, from.offset(partition.partition()) + 1));
            readUntil(consumer, ends, record -> {
                TopicRecord read = ReceivedRecords.hear(record);
                String key = Places.key(read.log(), read.partition());
                if (generations.isCurrent(read.log()) && read.follows(last.getOrDefault(key, 0L))) {
                    last.put(key, read.position());
                    sink.accept(read.envelope());
                }
            });
        }
        return new Places(to.offsets(), last, to.topic());
    }

    /** The logs from which the newest records of these topics come. */
    public Set<String> newestLogs(Collection<TopicPartition> partitions) {
        Set<String> logs = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            ends.values().removeIf(end -> end == 0);
            ends.forEach((partition, end) -> consumer.seek(partition, end - 1));
            readUntil(
                    consumer,
                    ends,
                    record -> logs.add(ReceivedRecords.read(record).log()));
        }
        return logs;
    }

    /** Reads assigned partitions up to, not including, the given offsets; what is no event is passed over. */
    public static void readUntil(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> sink) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (TopicPartition partition : List.copyOf(ends.keySet())) {
                if (consumer.position(partition) >= end(ends, partition)) {
                    consumer.pause(List.of(partition));
                }
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end(ends, new TopicPartition(record.topic(), record.partition()))) {
                    try {
                        sink.accept(record);
                    } catch (UnreadableRecord _) {
                        // Kept among the dead letters by the inbox; it has no effect on a read model.
                    }
                }
            }
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
