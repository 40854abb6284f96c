package io.guildhall.platform.publish;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends with an idempotent producer that is thrown away at its first error, since behind it the order may be broken. */
public final class KafkaTopicWriter implements TopicWriter, AutoCloseable {

    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    public KafkaTopicWriter(String bootstrapServers) {
        this.settings = settings(bootstrapServers);
    }

    /** The settings on which "in order, at least once, acknowledged by all" rests. */
    public static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                EventRecords.MOST_BYTES,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                20_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000);
    }

    @Override
    public void write(List<ProducerRecord<String, byte[]>> batch, Runnable meanwhile) {
        var failure = new AtomicReference<@Nullable Exception>();
        try {
            KafkaProducer<String, byte[]> current = open();
            for (ProducerRecord<String, byte[]> record : batch) {
                current.send(record, (_, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
            }
            meanwhile.run();
            current.flush();
        } catch (KafkaException error) {
            failure.compareAndSet(null, error);
        }
        Exception first = failure.get();
        if (first != null) {
            close();
            throw new PublishFailed("A record was not acknowledged", first);
        }
    }

    private KafkaProducer<String, byte[]> open() {
        KafkaProducer<String, byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = current;
        }
        return current;
    }

    @Override
    public void close() {
        KafkaProducer<String, byte[]> current = producer;
        producer = null;
        if (current != null) {
            current.close(java.time.Duration.ZERO);
        }
    }
}
