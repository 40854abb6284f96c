package io.guildhall.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final int LARGE = 1_000_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsTopicsAndRecordsOverARestartAndOnOtherPorts() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0)) {
            assertThat(Integer.parseInt(broker.bootstrapServers().split(":")[1]))
                    .isBetween(20_000, 32_767);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("guildhall.member", 12, (short) 1)))
                        .all()
                        .get();
            }
            send(broker, "guildhall.member", LARGE);
            assertThat(read(broker, 1))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).hasSize(LARGE));
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0)) {
            send(broker, "guildhall.member", 10);
            assertThat(read(broker, 2))
                    .extracting(record -> record.value().length)
                    .containsExactlyInAnyOrder(LARGE, 10);
            assertThatThrownBy(() -> send(broker, "guildhall.unknown", 10))
                    .as("topics are not created by themselves")
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private static void send(EmbeddedBroker broker, String topic, int bytes)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 2_000, "enable.idempotence", true);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "stream", new byte[bytes]))
                    .get();
        }
    }

    /** By a group, as our services read. */
    private static List<ConsumerRecord<String, byte[]>> read(EmbeddedBroker broker, int records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "test-" + System.nanoTime(),
                "group.protocol",
                "consumer",
                "auto.offset.reset",
                "earliest");
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("guildhall.member"));
            while (read.size() < records && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
        return read;
    }
}
