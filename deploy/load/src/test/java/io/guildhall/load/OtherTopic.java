package io.guildhall.load;

import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.testing.Servers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A new topic at the tests' own broker, into which a test writes what it likes, of any size. */
final class OtherTopic implements AutoCloseable {

    private static final int MOST_BYTES = 32 << 20;

    private final KafkaProducer<String, byte[]> producer;
    private final Queue<Future<RecordMetadata>> sent = new ConcurrentLinkedQueue<>();

    OtherTopic(String name) throws InterruptedException, ExecutionException {
        Servers.removeTopic(name);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.kafka()))) {
            var topic = new NewTopic(name, EventRecords.PARTITIONS, (short) 1)
                    .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MOST_BYTES)));
            admin.createTopics(List.of(topic)).all().get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Servers.kafka(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MOST_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The same record, with headers of its own. */
    ProducerRecord<String, byte[]> like(ConsumerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()));
    }

    void send(ProducerRecord<String, byte[]> record) {
        sent.add(producer.send(record));
    }

    /** Waits until the broker has taken all that was sent; throws what hindered it. */
    void flush() {
        producer.flush();
        sent.forEach(Future::resultNow);
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}
