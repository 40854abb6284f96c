package io.guildhall.platform.follow;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.publish.Extensions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads other services' records, which are CloudEvents 1.0 in binary mode. */
public final class ReceivedRecords {

    private ReceivedRecords() {}

    /** @throws UnreadableRecord when a record is not an event of ours */
    public static TopicRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
            return new TopicRecord(
                    record.partition(),
                    record.offset(),
                    Long.parseLong(required(event, Extensions.PREVIOUS)),
                    envelope(event));
        } catch (RuntimeException malformed) {
            throw new UnreadableRecord(record, malformed);
        }
    }

    private static Envelope envelope(CloudEvent event) {
        String log = required(event, Extensions.LOG);
        long position = Long.parseLong(required(event, Extensions.POSITION));
        Instant recordedAt = requireNonNull(event.getTime()).toInstant();
        String validAt = optional(event, Extensions.VALID_TIME);
        var fact = new Fact(
                log.substring(0, log.indexOf('.')),
                new LogPosition(log, position),
                event.getId(),
                event.getType(),
                Integer.parseInt(required(event, Extensions.REVISION)),
                requireNonNull(event.getSubject()),
                Long.parseLong(required(event, Extensions.SEQUENCE)),
                optional(event, Extensions.COMMUNITY),
                recordedAt,
                validAt == null ? recordedAt : Instant.parse(validAt),
                optional(event, Extensions.ACTOR),
                requireNonNullElse(optional(event, Extensions.CORRELATION), event.getId()),
                false);
        return new Envelope(fact, new String(requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8));
    }

    private static String required(CloudEvent event, String extension) {
        String value = optional(event, extension);
        if (value == null) {
            throw new IllegalArgumentException("The extension " + extension + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(CloudEvent event, String extension) {
        Object value = event.getExtension(extension);
        return value == null ? null : value.toString();
    }
}
