package io.guildhall.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.LocalFailure.Reason;
import io.guildhall.local.LocalProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker as a process: what it acknowledged outlives kill -9, and it says in one line why it cannot serve. */
class BrokerProcessTest {

    private static final TopicPartition PARTITION = new TopicPartition("guildhall.member", 0);

    @TempDir
    private Path folder = Path.of("");

    private LocalProcess launch(Object... arguments) throws Exception {
        return LocalProcess.launch(List.of(), EmbeddedBroker.class, List.of(), arguments);
    }

    @Test
    void keepsWhatItAcknowledgedOverAKill() throws Exception {
        try (LocalProcess broker = launch(folder, 0, 0)) {
            String address = broker.awaitReady();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                        .all()
                        .get();
            }
            send(address, 500);
            broker.kill();
        }
        try (LocalProcess broker = launch(folder, 0, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.awaitReady()))) {
            assertThat(admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                            .partitionResult(PARTITION)
                            .get()
                            .offset())
                    .isEqualTo(500);
            launch(folder, 0, 0).endsWith(Reason.FOLDER_IN_USE, folder + " is in use by another broker");
        }
    }

    private static void send(String address, int records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var answers = IntStream.range(0, records)
                    .mapToObj(i -> producer.send(new ProducerRecord<>(PARTITION.topic(), "stream", "record " + i)))
                    .toList();
            for (var answer : answers) {
                answer.get();
            }
        }
    }

    @Test
    void endsWhenItIsCalledWrongly() throws Exception {
        launch(folder, 0).endsWith(Reason.USAGE, "broker: usage: broker FOLDER PORT PORT");
    }

    @Test
    void endsWhenAPortIsBusy() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            launch(folder, 0, busy.getLocalPort())
                    .endsWith(Reason.PORT_BUSY, "port " + busy.getLocalPort() + " is busy");
        }
    }

    @Test
    void endsWhenTheFolderHoldsSomethingElse() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "all I have");
        launch(folder, 0, 0).endsWith(Reason.FOREIGN_OR_DAMAGED_DATA, folder + " is neither empty nor a broker");
        assertThat(folder.resolve("thesis.txt")).hasContent("all I have");
    }

    @Test
    void endsWhenItsFolderIsHalfWritten() throws Exception {
        Files.createDirectories(folder.resolve("kafka/guildhall.member-0"));
        launch(folder, 0, 0).endsWith(Reason.FOREIGN_OR_DAMAGED_DATA, "has no meta.properties");
    }

    @Test
    void endsWhenItsMarkIsCutOff() throws Exception {
        Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(folder.resolve("kafka/meta.properties"), "version=1\nnode.i");
        launch(folder, 0, 0).endsWith(Reason.FOREIGN_OR_DAMAGED_DATA, "meta.properties is damaged");
    }
}
