package io.guildhall.platform.restore;

import io.guildhall.platform.follow.ReceivedEvent;
import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.follow.UnreadableRecord;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Every event that a topic holds of one log, in the order of positions, each once; of each partition no more is in memory
 * than some polls bring.
 */
final class TopicEvents implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 60;
    private static final int ENOUGH = 2_000;

    private final LogName log;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Part> parts = new TreeMap<>(TopicEvents::compare);
    private final Runnable polled;
    private long position;

    /** What waits of one partition. */
    private static final class Part {
        private final Deque<ReceivedEvent> waiting = new ArrayDeque<>();
        private final long end;
        private long last;

        Part(long end) {
            this.end = end;
        }
    }

    /**
     * Takes the topic as long as it is now.
     *
     * @param polled is run at each poll, and may end the work by an exception
     */
    TopicEvents(LogName log, String topic, TopicReplay topics, Runnable polled) {
        this.log = log;
        this.polled = polled;
        consumer = topics.open();
        try {
            assign(topic);
        } catch (RuntimeException failure) {
            consumer.close();
            throw failure;
        }
    }

    private void assign(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        consumer.endOffsets(partitions).forEach((partition, end) -> parts.put(partition, new Part(end)));
    }

    private static int compare(TopicPartition one, TopicPartition other) {
        return Integer.compare(one.partition(), other.partition());
    }

    /**
     * @return the event at the next position; {@code null} behind the last one
     * @throws NotRestorable when one is missing before it
     * @throws StoreUnavailable when the broker does not answer
     */
    @Nullable
    ReceivedEvent next() {
        int empty = 0;
        while (true) {
            for (Part part : parts.values()) {
                ReceivedEvent first = part.waiting.peekFirst();
                if (first != null && first.position() == position + 1) {
                    position++;
                    return part.waiting.removeFirst();
                }
            }
            if (parts.entrySet().stream().noneMatch(this::mayBring)) {
                requireEnd();
                return null;
            }
            empty = poll() ? 0 : empty + 1;
            if (empty > MOST_EMPTY_POLLS) {
                throw new StoreUnavailable("The topic cannot be read", new IllegalStateException());
            }
        }
    }

    /** Whether the event that is wanted may come from there; what waits of a partition bears later positions. */
    private boolean mayBring(Map.Entry<TopicPartition, Part> entry) {
        return entry.getValue().waiting.isEmpty() && consumer.position(entry.getKey()) < entry.getValue().end;
    }

    private void requireEnd() {
        parts.values().stream()
                .map(part -> part.waiting.peekFirst())
                .filter(Objects::nonNull)
                .mapToLong(ReceivedEvent::position)
                .min()
                .ifPresent(later -> {
                    throw new NotRestorable("The topic holds position %d of %s and none from %d to %d"
                            .formatted(later, log, position + 1, later - 1));
                });
    }

    private boolean poll() {
        parts.forEach((partition, part) -> {
            if (part.waiting.size() >= ENOUGH || consumer.position(partition) >= part.end) {
                consumer.pause(List.of(partition));
            } else {
                consumer.resume(List.of(partition));
            }
        });
        polled.run();
        var records = consumer.poll(POLL);
        records.forEach(this::take);
        return !records.isEmpty();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Part part = parts.get(new TopicPartition(record.topic(), record.partition()));
        if (part == null || record.offset() >= part.end) {
            return;
        }
        try {
            ReceivedEvent event = ReceivedRecords.readWhole(record);
            if (event.record().log().equals(log.toString()) && event.record().follows(part.last)) {
                part.waiting.addLast(event);
                part.last = event.position();
            }
        } catch (UnreadableRecord _) {
            // No event of ours; consumers keep it among their dead letters.
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
