package io.guildhall.platform.follow;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record in a topic of ours that is not an event. */
public class UnreadableRecord extends RuntimeException {

    UnreadableRecord(ConsumerRecord<?, ?> record, Throwable cause) {
        super(
                "%s-%d@%d is not an event: %s"
                        .formatted(record.topic(), record.partition(), record.offset(), cause.getMessage()),
                cause);
    }
}
