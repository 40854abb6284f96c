package io.guildhall.platform.publish;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogBroken;
import io.guildhall.platform.log.LogName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The newest records of each partition. An event is in the log before it is published, so the logs must hold them all. */
final class TopicTail {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_POLLS = 30;

    /** How many records of a partition are looked at, that the newest of each log be among them. */
    private static final int LOOKED_BACK = 500;

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,17}");

    private final String bootstrapServers;
    private final Topics topics;

    TopicTail(String bootstrapServers, Topics topics) {
        this.bootstrapServers = bootstrapServers;
        this.topics = topics;
    }

    /**
     * Sees that no log was set back, say by an old backup: whatever it appends then would bear positions that consumers
     * have passed, and be taken for what they know.
     *
     * @return the newest position of each log in each partition, by {@link #key}, as far as was looked back
     * @throws LogBroken when the topic holds an event that its log does not
     * @throws PublishFailed when the broker does not answer
     */
    Map<String, Long> requireIn(EventLogs logs, String topic) {
        Map<Integer, Long> starts = topics.starts(topic);
        Map<TopicPartition, Long> newest = new HashMap<>();
        topics.ends(topic).forEach((partition, end) -> {
            if (end > starts.getOrDefault(partition, 0L)) {
                newest.put(new TopicPartition(topic, partition), end - 1);
            }
        });
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            Set<TopicPartition> waiting = new HashSet<>(newest.keySet());
            Map<String, ConsumerRecord<String, byte[]>> newestOfLog = new HashMap<>();
            consumer.assign(newest.keySet());
            newest.forEach((partition, last) -> consumer.seek(
                    partition, Math.max(starts.getOrDefault(partition.partition(), 0L), last + 1 - LOOKED_BACK)));
            for (int poll = 0; poll < MOST_POLLS && !waiting.isEmpty(); poll++) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    newestOfLog.merge(
                            key(header(record, Extensions.LOG), record.partition()), record, TopicTail::later);
                }
                waiting.removeIf(partition -> consumer.position(partition) > newest.getOrDefault(partition, -1L));
            }
            if (!waiting.isEmpty()) {
                throw new PublishFailed("The newest records of " + waiting + " cannot be read");
            }
            Map<String, Long> positions = new HashMap<>();
            List<BehindTopic> behind = new ArrayList<>();
            newestOfLog.forEach((key, record) -> {
                try {
                    requireIn(logs, record).ifPresent(position -> positions.put(key, position));
                } catch (BehindTopic log) {
                    behind.add(log);
                }
            });
            behind.stream().max(Comparator.comparingLong(BehindTopic::missing)).ifPresent(most -> {
                throw most;
            });
            return positions;
        } catch (KafkaException failure) {
            throw new PublishFailed("The end of topic " + topic + " cannot be read", failure);
        }
    }

    /** One that was sent twice may stand behind later ones. */
    private static ConsumerRecord<String, byte[]> later(
            ConsumerRecord<String, byte[]> one, ConsumerRecord<String, byte[]> other) {
        return place(one) > place(other) ? one : other;
    }

    private static long place(ConsumerRecord<String, byte[]> record) {
        String written = header(record, Extensions.POSITION);
        return written != null && POSITION.matcher(written).matches() ? Long.parseLong(written) : 0;
    }

    /** @return the event's position, where it is one of these logs' */
    private static Optional<Long> requireIn(EventLogs logs, ConsumerRecord<String, byte[]> record) {
        String id = header(record, "id");
        String written = header(record, Extensions.POSITION);
        String from = header(record, Extensions.LOG);
        if (id == null
                || from == null
                || written == null
                || !POSITION.matcher(written).matches()) {
            return Optional.empty(); // no event of ours; who reads the topic keeps it among the dead letters
        }
        LogName name;
        try {
            name = LogName.parse(from);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        EventLog log = logs.named(from).orElse(null);
        if (log != null) {
            requireIn(log, Long.parseLong(written), id);
            return Optional.of(Long.parseLong(written));
        }
        if (logs.all().stream().noneMatch(ours -> ours.name().replaces(name))) {
            throw new LogBroken("The topic comes from %s, which is not open: see guildhall.log.count and .generation"
                    .formatted(from));
        }
        return Optional.empty();
    }

    static String key(@Nullable String log, int partition) {
        return partition + "/" + log;
    }

    private static void requireIn(EventLog log, long position, String id) {
        long head = log.reader().head();
        if (position > head) {
            throw new BehindTopic(
                    "The topic holds position %d of %s, which ends at %d".formatted(position, log.name(), head),
                    position - head);
        }
        Commit commit = log.reader().after(position - 1, 1).getFirst();
        String stored = commit.events()
                .get(Math.toIntExact(position - commit.position()))
                .id();
        if (!stored.equals(id)) {
            throw new BehindTopic(
                    "Position %d of %s is %s in the topic and %s in the log"
                            .formatted(position, log.name(), id, stored),
                    0);
        }
    }

    /** Where an event stands in a log; empty for what is none of this log. */
    static Optional<Long> position(ConsumerRecord<String, byte[]> record, LogName log) {
        return Optional.ofNullable(header(record, Extensions.POSITION))
                .filter(written -> log.toString().equals(header(record, Extensions.LOG))
                        && POSITION.matcher(written).matches())
                .map(Long::valueOf);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String attribute) {
        Header found = record.headers().lastHeader("ce_" + attribute);
        return found == null || found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }

    KafkaConsumer<String, byte[]> open() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        LOOKED_BACK,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        12_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
