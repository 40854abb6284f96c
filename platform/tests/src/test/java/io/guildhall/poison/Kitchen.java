package io.guildhall.poison;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.KafkaTopicWriter;
import io.guildhall.platform.testing.Servers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The publisher of another service, which now and then writes what none should. */
final class Kitchen implements AutoCloseable {

    static final String NAME = "kitchen";
    static final String TOPIC = new ServiceName(NAME).topic();
    static final String SERVED = "kitchen.dish.served";

    private static final int MOST_BYTES = 32 * EventRecords.MOST_BYTES;

    private final EventRecords records = new EventRecords(LogName.first(NAME));
    private final KafkaProducer<String, byte[]> producer = open();
    private final Map<Integer, Long> newest = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private long head;
    private int made;

    private static KafkaProducer<String, byte[]> open() {
        Map<String, Object> settings = new HashMap<>(KafkaTopicWriter.settings(Servers.kafka()));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    static String dish(String stream) {
        return "{\"dish\":\"%s\",\"plates\":2,\"course\":\"MAIN\",\"at\":\"2026-03-01T12:00:00Z\"}".formatted(stream);
    }

    /** The id of the event that a record bears. */
    static String idOf(ProducerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    /** What the next event of a stream would be; the log does not hold it. */
    ProducerRecord<String, byte[]> next(String stream) {
        long sequence = sequences.getOrDefault(stream, 0L);
        var event = new StoredEvent("evt-" + made++, SERVED, 1, sequence, Instant.EPOCH, dish(stream), Map.of());
        var commit = new Commit(head + 1, head, stream, sequence, "cmd-" + made, "Dish", null, List.of(event));
        return records.of(commit, event, head + 1, newest.getOrDefault(EventRecords.partition(stream), 0L));
    }

    /** Writes the next event of a stream as something else; it has its place in the log. @return its id */
    String serve(String stream, UnaryOperator<ProducerRecord<String, byte[]>> as) {
        ProducerRecord<String, byte[]> record = next(stream);
        String id = idOf(record);
        write(as.apply(record));
        head++;
        newest.put(EventRecords.partition(stream), head);
        sequences.merge(stream, 1L, Long::sum);
        return id;
    }

    String serve(String stream) {
        return serve(stream, UnaryOperator.identity());
    }

    /** The position of the newest event. */
    long head() {
        return head;
    }

    RecordMetadata write(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another stream, whose events lie behind those of this one. */
    static String behind(String stream) {
        int partition = EventRecords.partition(stream);
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> stream + "-" + number)
                .filter(other -> EventRecords.partition(other) == partition)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        producer.close();
    }
}
