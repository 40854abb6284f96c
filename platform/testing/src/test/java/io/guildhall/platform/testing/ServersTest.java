package io.guildhall.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ServersTest {

    private static final class OtherTest {}

    @Test
    void givesEachTestClassADatabaseOfItsOwn() {
        Servers.database(ServersTest.class).getCollection("things").insertOne(new Document("_id", 1));

        assertThat(Servers.mongo(ServersTest.class).getCollection("things").countDocuments())
                .isEqualTo(1);
        assertThat(Servers.database(OtherTest.class).getCollection("things").countDocuments())
                .isZero();
        assertThat(Servers.mongoUri(ServersTest.class))
                .contains("/" + Servers.database(ServersTest.class).getName())
                .isNotEqualTo(Servers.mongoUri(OtherTest.class));
    }

    @Test
    void givesABrokerThatKeepsWhatItGets() throws Exception {
        TopicPartition partition = new TopicPartition("servers-test", 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", Servers.kafka());
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(partition.topic(), "key", "value"))
                    .get();
        }
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(message -> assertThat(message.value()).isEqualTo("value"));
        }
    }

    @Test
    void makesAMasterKeyFileThatOnlyItsOwnerReads() throws Exception {
        assertThat(Files.getPosixFilePermissions(TestKeys.masterKeyFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
