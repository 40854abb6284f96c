package io.guildhall.editions;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.KafkaTopicWriter;
import io.guildhall.platform.testing.Servers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The publisher of another service; one for all tests, as its log has one publisher. */
final class Bakery {

    static final Bakery ONLY = new Bakery();

    static final String TOPIC = new ServiceName("bakery").topic();

    private final EventRecords records = new EventRecords(LogName.first("bakery"));
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            new HashMap<>(KafkaTopicWriter.settings(Servers.kafka())),
            new StringSerializer(),
            new ByteArraySerializer());
    private final Map<Integer, Long> newest = new HashMap<>();
    private long head;

    private Bakery() {}

    /** Bakes a loaf that was not there before. */
    void bake(String loaf, int slices) {
        var event = new StoredEvent(
                "evt-" + head, "bakery.loaf.baked", 1, 0, Instant.EPOCH, "{\"slices\":%d}".formatted(slices), Map.of());
        var commit = new Commit(head + 1, head, loaf, 0, "cmd-" + head, "Loaf", null, List.of(event));
        int partition = EventRecords.partition(loaf);
        ProducerRecord<String, byte[]> record = records.of(commit, event, head + 1, newest.getOrDefault(partition, 0L));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        newest.put(partition, ++head);
    }
}
