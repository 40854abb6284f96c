package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.follow.TopicsRead;
import io.guildhall.platform.publish.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings the topics to a generation of the lake. Where to read on is what its manifests say, never Kafka's own offsets;
 * after any failure it is called again and starts from them.
 */
@Component
public class LakeWriter {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long BATCH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long TOPICS_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration CLOSE = Duration.ofSeconds(1);
    /** Of a batch; the more at once while a lake is rebuilt, the fewer files to write and to merge. */
    static final int MOST_EVENTS = 50_000;

    private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

    private final String bootstrapServers;
    private final Pattern topics;

    public LakeWriter(
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${guildhall.lake-topics}") Pattern topics) {
        this.bootstrapServers = bootstrapServers;
        this.topics = topics;
    }

    /** How it goes, told about every tenth of a second. */
    public interface Watch {
        /** @param troubles what hinders it, by log and partition */
        void at(LakeState state, Map<String, String> troubles);
    }

    /** Writes as long as it is to go on, and returns with everything that was written named by manifests. */
    public void write(Generation generation, Predicate<LakeState> goOn, Watch watch) throws SQLException, IOException {
        var topic = new TopicReplay(bootstrapServers);
        KafkaConsumer<String, byte[]> consumer = topic.open();
        try (ParquetFiles parquet = new ParquetFiles(generation)) {
            LakeState state = generation.state();
            var topicsRead = new TopicsRead(new Topics(bootstrapServers)::id);
            var intake = new Intake(state, topic.newestLogs(partitions(consumer)), topicsRead);
            long askForTopics = System.nanoTime();
            long began = System.nanoTime();
            while (goOn.test(state)) {
                if (askForTopics - System.nanoTime() <= 0) {
                    assign(consumer, intake);
                    topicsRead.requireSame();
                    askForTopics = System.nanoTime() + TOPICS_NANOS;
                }
                if (consumer.assignment().isEmpty()) {
                    rest();
                } else {
                    consumer.poll(POLL).forEach(intake::take);
                }
                boolean full = intake.events().size() >= MOST_EVENTS || intake.characters() >= MOST_CHARACTERS;
                if (!intake.moved()) {
                    began = System.nanoTime();
                } else if (full || System.nanoTime() - began >= BATCH_NANOS) {
                    state = flush(generation, parquet, state, intake);
                    began = System.nanoTime();
                }
                watch.at(state, intake.troubles());
            }
        } finally {
            close(consumer);
        }
    }

    /** Without the interrupt that ends the work, of which closing would complain. */
    private static void close(KafkaConsumer<String, byte[]> consumer) {
        boolean interrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(CLOSE));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static LakeState flush(Generation generation, ParquetFiles parquet, LakeState state, Intake intake)
            throws SQLException, IOException {
        Manifest manifest = intake.manifest(state.number() + 1, parquet.write(intake.events()));
        if (!generation.publish(manifest)) {
            throw new IOException("Another writer was first to write manifest " + manifest.number());
        }
        intake.clear();
        LakeState next = generation.state();
        if (Compaction.due(next)) {
            if (!new Compaction(generation, parquet).run(next)) {
                throw new IOException("Another writer was first while files were merged");
            }
            next = generation.state();
        }
        if (!next.offsets().equals(manifest.offsets())) {
            throw new IOException("Another writer went on behind manifest " + manifest.number());
        }
        return next;
    }

    /** Topics may come later than this service; those that are read go on where they are. */
    private void assign(KafkaConsumer<String, byte[]> consumer, Intake intake) {
        Set<TopicPartition> wanted = partitions(consumer);
        Set<TopicPartition> before = consumer.assignment();
        Set<TopicPartition> fresh = new HashSet<>(wanted);
        fresh.removeAll(before);
        if (!fresh.isEmpty()) {
            wanted.addAll(before);
            consumer.assign(wanted);
            fresh.stream().map(TopicPartition::topic).distinct().forEach(intake::begin);
            fresh.forEach(partition -> consumer.seek(partition, intake.next(partition)));
        }
    }

    private Set<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        Set<TopicPartition> found = new HashSet<>();
        consumer.listTopics().forEach((topic, partitions) -> {
            if (topics.matcher(topic).matches()) {
                for (PartitionInfo partition : partitions) {
                    found.add(new TopicPartition(topic, partition.partition()));
                }
            }
        });
        return found;
    }

    private static void rest() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
