package io.guildhall.analytics;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.Meta;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Brings events to topics as the services' publishers would. */
public final class Publishing implements AutoCloseable {

    private final String prefix;
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> lastOfPartition = new HashMap<>();
    private int generation = 1;

    /** @param prefix of the services' names, so that tests do not meet in one topic */
    public Publishing(String bootstrapServers, String prefix) {
        this.prefix = prefix;
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    public Publishing ensure(String... services) {
        for (String service : services) {
            new Topics(bootstrapServers).ensure(new ServiceName(prefix + service).topic());
        }
        return this;
    }

    /** What follows comes from the next generation of the logs. */
    public void beginAnew() {
        generation++;
        lastOfPartition.clear();
    }

    /** Deletes a topic and creates it, so that everything is to be published again. */
    public void makeAnew(String service) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(Set.of(new ServiceName(prefix + service).topic()))
                    .all()
                    .get();
        }
        ensure(service);
        lastOfPartition.clear();
    }

    public void publish(List<Envelope> events) {
        events.forEach(event -> producer.send(record(event)));
        producer.flush();
    }

    /** The record of an event that follows those of before in its partition. */
    public ProducerRecord<String, byte[]> record(Envelope event) {
        Fact fact = event.fact();
        long position = fact.position().number();
        String partition = fact.service() + "/" + EventRecords.partition(fact.streamId());
        Long previous = lastOfPartition.put(partition, position);
        return record(event, previous == null ? 0 : previous);
    }

    public ProducerRecord<String, byte[]> record(Envelope event, long previous) {
        Fact fact = event.fact();
        long position = fact.position().number();
        var stored = new StoredEvent(
                fact.eventId(),
                fact.name(),
                fact.revision(),
                fact.sequence(),
                fact.recordedAt(),
                event.payload(),
                Map.of(Meta.VALID_AT, fact.validAt().toString()));
        var commit = new Commit(
                position,
                0,
                fact.streamId(),
                fact.sequence(),
                "cmd-" + fact.eventId(),
                "Any",
                fact.community(),
                List.of(stored));
        return new EventRecords(new LogName(prefix + fact.service(), 0, generation))
                .of(commit, stored, position, previous);
    }

    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
