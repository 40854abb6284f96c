package io.guildhall.platform.verify;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.follow.TopicRecord;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.log.LogName;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares a topic with one of its logs: the same events, each where a consumer that passes no missing one takes it. What came
 * twice, or came before one that had failed and then came again behind it, is as it should be.
 */
final class TopicAudit {

    private final String name;
    private final Marks log;
    private final Check differences;
    private final Check reorderings;
    private final Map<Integer, Long> reached = new HashMap<>();
    private final Map<Long, Long> ahead = new TreeMap<>();
    private final BitSet seen = new BitSet();
    private final BitSet taken = new BitSet();

    TopicAudit(LogName name, Marks log, Check differences, Check reorderings) {
        this.name = name.toString();
        this.log = log;
        this.differences = differences;
        this.reorderings = reorderings;
    }

    /** Takes the topic of a service from its beginning to where it ends now. */
    void read(ServiceName service, TopicReplay topics) {
        try (KafkaConsumer<String, byte[]> consumer = topics.open()) {
            var partitions = consumer.partitionsFor(service.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReplay.readUntil(
                    consumer, consumer.endOffsets(partitions), record -> take(ReceivedRecords.read(record)));
        }
    }

    void take(TopicRecord record) {
        if (!record.log().equals(name)) {
            return;
        }
        long position = record.position();
        long mark = Marks.mark(record.envelope().fact().eventId());
        if (position > log.last()) {
            ahead.put(position, mark);
        } else {
            compare(position, mark);
        }
        seen.set(Math.toIntExact(position));
        if (record.follows(reached.getOrDefault(record.partition(), 0L))) {
            reached.put(record.partition(), position);
            taken.set(Math.toIntExact(position));
        }
    }

    /** An event is in the log before it is published; what came while the topic was read is there by now. */
    private void compare(long position, long mark) {
        if (position > log.last()) {
            differences.found(
                    "position %d of %s is in the topic, and the log ends at %d".formatted(position, name, log.last()));
        } else if (log.at(position) != mark) {
            differences.found("position %d of %s is another event in the log".formatted(position, name));
        }
    }

    /**
     * To be called when the log was read on to its end.
     *
     * @param published the position up to which the topic must hold everything
     */
    void close(long published) {
        ahead.forEach(this::compare);
        for (int position = 1; position <= published; position++) {
            if (!seen.get(position)) {
                differences.found("position %d of %s is missing in the topic".formatted(position, name));
            } else if (!taken.get(position)) {
                reorderings.found(
                        "position %d of %s is in the topic where no consumer can take it".formatted(position, name));
            }
        }
    }
}
