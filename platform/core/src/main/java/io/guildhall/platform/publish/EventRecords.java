package io.guildhall.platform.publish;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/** Events as Kafka records: CloudEvents 1.0 in binary mode, the stored JSON as it is, key = stream id. */
public final class EventRecords {

    /** Fixed for ever: with another number the events of one stream would change their partition. */
    public static final int PARTITIONS = 12;

    /** What a record may have at most before it is compressed; a longer one is no event of ours. */
    public static final int MOST_BYTES = 1024 * 1024;

    private final LogName log;
    private final String topic;
    private final URI source;

    public EventRecords(LogName log) {
        this.log = log;
        this.topic = new ServiceName(log.service()).topic();
        this.source = URI.create("/services/" + log.service());
    }

    /** The partition of a stream: Kafka's own rule for keys. */
    public static int partition(String streamId) {
        return Utils.toPositive(Utils.murmur2(streamId.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    /**
     * @param position of the event
     * @param previous position of the event before it in the same partition
     */
    public ProducerRecord<String, byte[]> of(Commit commit, StoredEvent event, long position, long previous) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(event.name())
                .withSubject(commit.streamId())
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withData("application/json", event.payload().getBytes(StandardCharsets.UTF_8))
                .withExtension(Extensions.LOG, log.toString())
                .withExtension(Extensions.POSITION, Long.toString(position))
                .withExtension(Extensions.PREVIOUS, Long.toString(previous))
                .withExtension(Extensions.REVISION, Integer.toString(event.revision()))
                .withExtension(Extensions.SEQUENCE, Long.toString(event.sequence()))
                .withExtension(Extensions.COMMIT, Long.toString(commit.position()))
                .withExtension(Extensions.COMMAND, commit.commandId())
                .withExtension(Extensions.STREAM_TYPE, commit.type());
        if (commit.community() != null) {
            builder.withExtension(Extensions.COMMUNITY, commit.community());
        }
        for (Map.Entry<String, String> told : Extensions.OF_META) {
            String value = event.meta().get(told.getKey());
            if (value != null) {
                builder.withExtension(told.getValue(), value);
            }
        }
        return record(commit.streamId(), builder.build());
    }

    private ProducerRecord<String, byte[]> record(String streamId, CloudEvent event) {
        return KafkaMessageFactory.<String>createWriter(topic, partition(streamId), null, streamId)
                .writeBinary(event);
    }
}
