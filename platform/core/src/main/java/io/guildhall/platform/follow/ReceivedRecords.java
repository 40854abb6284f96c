package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.Extensions;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads other services' records, which are CloudEvents 1.0 in binary mode: each attribute is a header. They are read as
 * they stand, since a replay takes all of them; the SDK would build and check an event of its own of each first. What no
 * publisher of ours would have written is refused here, before anything relies on it.
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
                String attribute = header.key().substring(PREFIX.length());
                if (attributes.put(attribute, Utf8.read(header.value(), "attribute " + attribute)) != null) {
                    throw new IllegalArgumentException("The attribute " + attribute + " stands there twice");
                }
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

    /**
     * The same for whoever follows the topic. No service tells what happened in another one: its name would reach handlers
     * that rely on the other's word.
     *
     * @throws UnreadableRecord also when the event's name is of another service
     */
    public static TopicRecord hear(ConsumerRecord<String, byte[]> record) {
        TopicRecord read = read(record);
        Fact fact = read.envelope().fact();
        if (!fact.name().startsWith(fact.service() + ".")) {
            throw new UnreadableRecord(
                    record,
                    new IllegalArgumentException(fact.name() + " is of another service than " + fact.service()));
        }
        return read;
    }

    /**
     * The same with what only a restore of the log asks for.
     *
     * @throws UnreadableRecord when a record is not an event of ours
     */
    public static ReceivedEvent readWhole(ConsumerRecord<String, byte[]> record) {
        try {
            return new ReceivedRecords(record).readWhole();
        } catch (RuntimeException malformed) {
            throw new UnreadableRecord(record, malformed);
        }
    }

    private ReceivedEvent readWhole() {
        TopicRecord read = read();
        Fact fact = read.envelope().fact();
        Map<String, String> meta = new LinkedHashMap<>();
        for (Map.Entry<String, String> told : Extensions.OF_META) {
            String value = optional(told.getValue());
            if (value != null) {
                meta.put(told.getKey(), value);
            }
        }
        var event = new StoredEvent(
                fact.eventId(),
                fact.name(),
                fact.revision(),
                fact.sequence(),
                fact.recordedAt(),
                read.envelope().payload(),
                meta);
        long commit = optional(Extensions.COMMIT) == null
                ? 0
                : number(Extensions.COMMIT, 1, fact.position().number());
        return new ReceivedEvent(read, event, commit, optional(Extensions.COMMAND), optional(Extensions.STREAM_TYPE));
    }

    private TopicRecord read() {
        if (!required("specversion").equals(VERSION)) {
            throw new IllegalArgumentException("CloudEvents " + attributes.get("specversion"));
        }
        required("source");
        Fact fact = fact();
        long previous = number(Extensions.PREVIOUS, 0, fact.position().number() - 1);
        return new TopicRecord(record.partition(), record.offset(), previous, new Envelope(fact, data()));
    }

    private String data() {
        byte[] data = record.value();
        if (data == null) {
            throw new IllegalArgumentException("The data is missing");
        }
        if (data.length > EventRecords.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "The data has %d bytes, an event has %d at most".formatted(data.length, EventRecords.MOST_BYTES));
        }
        return Utf8.read(data, "data");
    }

    private Fact fact() {
        LogName log = log();
        String id = required("id");
        Instant recordedAt = Instant.parse(required("time"));
        String validAt = optional(Extensions.VALID_TIME);
        String correlation = optional(Extensions.CORRELATION);
        return new Fact(
                log.service(),
                new LogPosition(log.toString(), number(Extensions.POSITION, 1, LogPosition.LAST)),
                id,
                required("type"),
                Math.toIntExact(number(Extensions.REVISION, 1, Integer.MAX_VALUE)),
                stream(),
                number(Extensions.SEQUENCE, 0, LogPosition.LAST),
                optional(Extensions.COMMUNITY),
                recordedAt,
                validAt == null ? recordedAt : Instant.parse(validAt),
                optional(Extensions.ACTOR),
                correlation == null ? id : correlation,
                false);
    }

    /** Only its own service writes into a topic. */
    private LogName log() {
        LogName log = LogName.parse(required(Extensions.LOG));
        if (!new ServiceName(log.service()).topic().equals(record.topic())) {
            throw new IllegalArgumentException("The log " + log + " is of another service");
        }
        return log;
    }

    /** The key keeps a stream in one partition, so it is the stream. */
    private String stream() {
        String stream = required("subject");
        if (!stream.equals(record.key())) {
            throw new IllegalArgumentException("The key is not the subject, " + stream);
        }
        return stream;
    }

    private long number(String attribute, long least, long most) {
        long number = Long.parseLong(required(attribute));
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "The attribute %s is %d, not from %d to %d".formatted(attribute, number, least, most));
        }
        return number;
    }

    private String required(String attribute) {
        String value = optional(attribute);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The attribute " + attribute + " is missing");
        }
        return value;
    }

    private @Nullable String optional(String attribute) {
        return attributes.get(attribute);
    }
}
