package io.guildhall.platform.publish;

import io.guildhall.platform.log.LogName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Sees that a topic still holds what is stored as published; it may have been deleted, emptied, or lost with a disk. */
final class PublishedHeld {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 30;
    private static final long LOOKED_BACK = 1_000;
    private static final int FURTHER = 10;

    private final TopicTail tail;
    private final Topics topics;

    PublishedHeld(TopicTail tail, Topics topics) {
        this.tail = tail;
        this.topics = topics;
    }

    /**
     * Reads further back only where the newest record of a partition is older than what was published there: one that
     * was sent twice may come late.
     *
     * @param newest what {@link TopicTail#requireIn} found
     * @return what is stored as published, with the topic's id
     * @throws TopicLost when the topic holds less, or was made anew by anybody but a restore
     * @throws PublishFailed when the broker does not answer
     */
    Published require(String topic, LogName log, Published published, Map<String, Long> newest) {
        String id = topics.id(topic);
        if (published.position() > 0
                && published.topic() != null
                && !published.topic().equals(id)) {
            throw new TopicLost("Topic %s is another one than that to which %s was published up to %d"
                    .formatted(topic, log, published.position()));
        }
        topics.starts(topic).forEach((partition, start) -> {
            if (start > 0) {
                throw new TopicLost("Partition %d of %s lacks its first %d records".formatted(partition, topic, start));
            }
        });
        published.lastOfPartition().forEach((partition, last) -> {
            long found = newest.getOrDefault(TopicTail.key(log.toString(), partition), 0L);
            if (found < last && !holds(new TopicPartition(topic, partition), log, last)) {
                throw new TopicLost(
                        "Topic %s does not hold position %d of %s, which was published".formatted(topic, last, log));
            }
        });
        return published.in(id);
    }

    private boolean holds(TopicPartition partition, LogName log, long position) {
        try (KafkaConsumer<String, byte[]> consumer = tail.open()) {
            consumer.assign(List.of(partition));
            long end = topics.ends(partition.topic()).getOrDefault(partition.partition(), 0L);
            long until = end;
            for (long back = LOOKED_BACK; until > 0; back *= FURTHER) {
                long from = Math.max(0, end - back);
                if (holds(consumer, partition, from, until, log, position)) {
                    return true;
                }
                until = from;
            }
            return false;
        } catch (KafkaException failure) {
            throw new PublishFailed("Partition " + partition + " cannot be read", failure);
        }
    }

    private static boolean holds(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition partition,
            long from,
            long until,
            LogName log,
            long position) {
        consumer.seek(partition, from);
        int empty = 0;
        while (consumer.position(partition) < until) {
            List<ConsumerRecord<String, byte[]>> records = consumer.poll(POLL).records(partition);
            if (records.stream()
                    .anyMatch(record -> TopicTail.position(record, log).orElse(0L) >= position)) {
                return true;
            }
            empty = records.isEmpty() ? empty + 1 : 0;
            if (empty > MOST_EMPTY_POLLS) {
                throw new PublishFailed("Partition " + partition + " cannot be read");
            }
        }
        return false;
    }
}
