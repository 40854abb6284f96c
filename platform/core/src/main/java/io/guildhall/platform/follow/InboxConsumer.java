package io.guildhall.platform.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads other services' topics for all inboxes of this service. Where to read on is what the inboxes stored, never
 * Kafka's own offsets.
 */
final class InboxConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration REST = Duration.ofMillis(300);

    private final Map<String, List<Inbox>> inboxesByTopic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Unreadable unreadable;
    private final Runnable rest;
    private final Thread thread;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    InboxConsumer(
            Map<String, List<Inbox>> inboxesByTopic,
            Supplier<Consumer<String, byte[]>> consumers,
            Unreadable unreadable) {
        this(inboxesByTopic, consumers, unreadable, InboxConsumer::rest);
    }

    /** @param rest waits before something that failed is tried again */
    InboxConsumer(
            Map<String, List<Inbox>> inboxesByTopic,
            Supplier<Consumer<String, byte[]>> consumers,
            Unreadable unreadable,
            Runnable rest) {
        this.inboxesByTopic = inboxesByTopic;
        this.consumers = consumers;
        this.unreadable = unreadable;
        this.rest = rest;
        this.thread = Thread.ofPlatform().name("inbox").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Missing events and other hindrances, by partition. */
    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    void run() {
        while (!closed) {
            try (Consumer<String, byte[]> current = consumers.get()) {
                consumer = current;
                current.subscribe(inboxesByTopic.keySet(), new Assignment(current));
                while (!closed) {
                    take(current, current.poll(POLL));
                }
            } catch (WakeupException _) {
                LOG.debug("The inbox ends");
            } catch (RuntimeException failure) {
                if (!closed) {
                    LOG.warn("The inbox starts again from what is stored: {}", failure.toString());
                    rest.run();
                }
            }
        }
    }

    private void take(Consumer<String, byte[]> current, ConsumerRecords<String, byte[]> polled) {
        boolean failed = false;
        polled.partitions().stream()
                .flatMap(partition -> inboxesOf(partition).stream())
                .distinct()
                .forEach(Inbox::beginBatch);
        for (TopicPartition partition : polled.partitions()) {
            failed |= !takePartition(current, partition, polled.records(partition));
        }
        for (TopicPartition partition : polled.partitions()) {
            inboxesOf(partition).forEach(Inbox::store);
        }
        if (failed) {
            rest.run();
        }
    }

    /** @return false when the store or contention hindered it: the partition is read again from there */
    private boolean takePartition(
            Consumer<String, byte[]> current, TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                takeRecord(partition, record);
            } catch (RuntimeException failure) {
                if (!PassingFailure.is(failure)) {
                    throw failure;
                }
                LOG.warn("{} is read again from {}: {}", partition, record.offset(), failure.toString());
                current.seek(partition, record.offset());
                return false;
            }
        }
        return true;
    }

    private void takeRecord(TopicPartition partition, ConsumerRecord<String, byte[]> record) {
        TopicRecord read;
        try {
            read = ReceivedRecords.read(record);
        } catch (UnreadableRecord poison) {
            unreadable.keep(record, String.valueOf(poison.getMessage()));
            return;
        }
        for (Inbox inbox : inboxesOf(partition)) {
            String key = inbox.follower() + "@" + partition;
            switch (inbox.accept(read)) {
                case APPLIED -> troubles.remove(key);
                case DUPLICATE -> {}
                case AHEAD -> {
                    String missing = "an event between %d and %s is missing"
                            .formatted(
                                    inbox.place(partition.partition()).position(),
                                    read.envelope().fact().position());
                    if (troubles.put(key, missing) == null) {
                        LOG.error("{} holds: {}", key, missing);
                    }
                }
            }
        }
    }

    private List<Inbox> inboxesOf(TopicPartition partition) {
        return inboxesByTopic.getOrDefault(partition.topic(), List.of());
    }

    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps records that are no events. */
    interface Unreadable {
        void keep(ConsumerRecord<String, byte[]> record, String reason);
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> current;

        Assignment(Consumer<String, byte[]> current) {
            this.current = current;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            Set<Inbox> inboxes = new HashSet<>();
            assigned.forEach(partition -> inboxes.addAll(inboxesOf(partition)));
            inboxes.forEach(Inbox::store);
            inboxes.forEach(Inbox::load);
            for (TopicPartition partition : assigned) {
                long next = inboxesOf(partition).stream()
                        .mapToLong(inbox -> inbox.place(partition.partition()).offset() + 1)
                        .min()
                        .orElse(0);
                current.seek(partition, next);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            revoked.forEach(partition -> inboxesOf(partition).forEach(Inbox::store));
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            LOG.info("Lost {}", lost);
        }
    }
}
