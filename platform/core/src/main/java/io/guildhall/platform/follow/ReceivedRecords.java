package io.guildhall.platform.follow;

import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.publish.Extensions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads other services' records, which are CloudEvents 1.0 in binary mode: each attribute is a header. They are read as
 * they stand, since a replay takes all of them; the SDK would build and check an event of its own of each first.
 */
public final class ReceivedRecords {

    private static final String PREFIX = "ce_";
    private static final String VERSION = "1.0";

    private final ConsumerRecord<String, byte[]> record;
    private final Map<String, String> attributes = new HashMap<>();

    private ReceivedRecords(ConsumerRecord<String, byte[]> record) {
        this.record = record;
        for (Header header : record.headers()) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(
                        header.key().substring(PREFIX.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
    }

    /** @throws UnreadableRecord when a record is not an event of ours */
    public static TopicRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            return new ReceivedRecords(record).read();
        } catch (RuntimeException malformed) {
            throw new UnreadableRecord(record, malformed);
        }
    }

    private TopicRecord read() {
        if (!required("specversion").equals(VERSION)) {
            throw new IllegalArgumentException("CloudEvents " + attributes.get("specversion"));
        }
        required("source");
        if (record.value() == null) {
            throw new IllegalArgumentException("The data is missing");
        }
        var envelope = new Envelope(fact(), new String(record.value(), StandardCharsets.UTF_8));
        return new TopicRecord(
                record.partition(), record.offset(), Long.parseLong(required(Extensions.PREVIOUS)), envelope);
    }

    private Fact fact() {
        LogName log = LogName.parse(required(Extensions.LOG));
        String id = required("id");
        Instant recordedAt = Instant.parse(required("time"));
        String validAt = optional(Extensions.VALID_TIME);
        String correlation = optional(Extensions.CORRELATION);
        return new Fact(
                log.service(),
                new LogPosition(log.toString(), Long.parseLong(required(Extensions.POSITION))),
                id,
                required("type"),
                Integer.parseInt(required(Extensions.REVISION)),
                required("subject"),
                Long.parseLong(required(Extensions.SEQUENCE)),
                optional(Extensions.COMMUNITY),
                recordedAt,
                validAt == null ? recordedAt : Instant.parse(validAt),
                optional(Extensions.ACTOR),
                correlation == null ? id : correlation,
                false);
    }

    private String required(String attribute) {
        String value = optional(attribute);
        if (value == null) {
            throw new IllegalArgumentException("The attribute " + attribute + " is missing");
        }
        return value;
    }

    private @Nullable String optional(String attribute) {
        return attributes.get(attribute);
    }
}
