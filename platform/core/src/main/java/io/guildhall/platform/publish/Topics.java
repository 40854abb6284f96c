package io.guildhall.platform.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Makes topics as every service expects them: 12 partitions, kept for ever. */
public final class Topics {

    static final int SECONDS = 15;
    private static final Duration KNOWN_SOON = Duration.ofMillis(50);

    private final String bootstrapServers;

    public Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Creates the topic where it is missing; replicas are the broker's default, and a majority of them acknowledges.
     *
     * @throws PublishFailed when the broker does not answer
     * @throws IllegalStateException when the topic has another number of partitions
     */
    public void ensure(String topic) {
        make(topic, false);
    }

    /**
     * Deletes the topic with all its records where it is not missing, and creates it.
     *
     * @throws PublishFailed when the broker does not answer; then it may be gone, and {@link #ensure} creates it
     */
    void makeAnew(String topic) {
        make(topic, true);
    }

    private void make(String topic, boolean anew) {
        asked(topic, admin -> {
            Uuid old = anew ? delete(admin, topic) : null;
            createIfMissing(admin, topic);
            long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (!isAsExpected(admin, topic, old)) {
                if (System.nanoTime() > latest) {
                    throw new TimeoutException("The brokers do not know the topic yet");
                }
                Thread.sleep(KNOWN_SOON);
                createIfMissing(admin, topic);
            }
            return topic;
        });
    }

    /** @return the id of what was there, {@code null} where nothing was */
    private static @Nullable Uuid delete(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            Uuid id = describe(admin, topic).topicId();
            admin.deleteTopics(Set.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
            return id;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw failure;
        }
    }

    private static TopicDescription describe(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Objects.requireNonNull(admin.describeTopics(Set.of(topic))
                .allTopicNames()
                .get(SECONDS, TimeUnit.SECONDS)
                .get(topic));
    }

    /** @return false while the brokers have not yet heard of a topic that was only just made, or still know the old one */
    private static boolean isAsExpected(Admin admin, String topic, @Nullable Uuid old)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            TopicDescription found = describe(admin, topic);
            if (found.topicId().equals(old)) {
                return false;
            }
            int partitions = found.partitions().size();
            if (partitions != EventRecords.PARTITIONS) {
                requireEmpty(admin, topic, partitions);
                delete(admin, topic);
                return false;
            }
            new TopicSettings(admin, topic)
                    .require(found.partitions().getFirst().replicas().size());
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw failure;
        }
    }

    /** A broker that makes topics by itself makes one as soon as a producer asks for it. */
    private static void requireEmpty(Admin admin, String topic, int partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        boolean empty = offsets(admin, topic, partitions, OffsetSpec.latest()).values().stream()
                .allMatch(end -> end == 0);
        if (!empty) {
            throw new IllegalStateException(
                    "Topic %s has %d partitions, not %d".formatted(topic, partitions, EventRecords.PARTITIONS));
        }
    }

    /**
     * The offset behind the last record of each partition.
     *
     * @throws PublishFailed when the broker does not answer
     */
    public Map<Integer, Long> ends(String topic) {
        return offsets(topic, OffsetSpec.latest());
    }

    /**
     * The offset of the first record of each partition: 0 unless records were deleted.
     *
     * @throws PublishFailed when the broker does not answer
     */
    Map<Integer, Long> starts(String topic) {
        return offsets(topic, OffsetSpec.earliest());
    }

    /**
     * Tells a topic from another one that had its name before; offsets are of one of them.
     *
     * @throws PublishFailed when there is no such topic, or the broker does not answer
     */
    public String id(String topic) {
        return asked(topic, admin -> describe(admin, topic).topicId().toString());
    }

    private Map<Integer, Long> offsets(String topic, OffsetSpec which) {
        return asked(topic, admin -> offsets(admin, topic, EventRecords.PARTITIONS, which));
    }

    private static Map<Integer, Long> offsets(Admin admin, String topic, int partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            wanted.put(new TopicPartition(topic, partition), which);
        }
        Map<Integer, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get(SECONDS, TimeUnit.SECONDS)
                .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
        return offsets;
    }

    private interface Question<T> {
        T ask(Admin admin) throws InterruptedException, ExecutionException, TimeoutException;
    }

    private <T> T asked(String topic, Question<T> question) {
        try (Admin admin = admin()) {
            return question.ask(admin);
        } catch (ExecutionException | TimeoutException failure) {
            throw new PublishFailed("Topic " + topic + " gave no answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PublishFailed("Interrupted while asking for topic " + topic, interrupted);
        }
    }

    private static void createIfMissing(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        var wanted = new NewTopic(topic, Optional.of(EventRecords.PARTITIONS), Optional.empty())
                .configs(TopicSettings.KEPT_FOR_EVER);
        try {
            admin.createTopics(List.of(wanted)).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                12_000));
    }
}
