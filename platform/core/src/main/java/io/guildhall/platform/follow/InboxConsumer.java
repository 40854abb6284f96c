package io.guildhall.platform.follow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
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
    private static final long SUSPECT_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<String, List<Inbox>> inboxesByTopic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Unreadable unreadable;
    private final TopicsRead topicsRead;
    private final Runnable rest;
    private final Thread thread;
    private final InboxTroubles troubles = new InboxTroubles();
    private long suspectedAt;
    private volatile boolean closed;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    /**
     * @param topicIds the id that a topic has now, by its name
     * @param rest waits before something that failed is tried again
     */
    InboxConsumer(
            Map<String, List<Inbox>> inboxesByTopic,
            Supplier<Consumer<String, byte[]>> consumers,
            Unreadable unreadable,
            UnaryOperator<String> topicIds,
            Runnable rest) {
        this.inboxesByTopic = new HashMap<>();
        inboxesByTopic.forEach((topic, inboxes) -> this.inboxesByTopic.put(topic, new CopyOnWriteArrayList<>(inboxes)));
        this.consumers = consumers;
        this.unreadable = unreadable;
        this.topicsRead = new TopicsRead(topicIds);
        this.rest = rest;
        this.thread = Thread.ofPlatform().name("inbox").daemon().unstarted(this::runOn);
    }

    void start() {
        thread.start();
    }

    boolean hearsFor(String follower) {
        return inboxesByTopic.values().stream()
                .flatMap(List::stream)
                .anyMatch(inbox -> inbox.follower().equals(follower));
    }

    /** Hears nothing any more for a follower that is no more. */
    void leaveOut(String follower) {
        inboxesByTopic
                .values()
                .forEach(inboxes -> inboxes.removeIf(inbox -> inbox.follower().equals(follower)));
        troubles.forget(follower);
    }

    /** Missing events and other hindrances, by inbox and partition, or for all. */
    Map<String, String> troubles() {
        return troubles.told();
    }

    /** The same of a consumer that hears for this follower alone. */
    Map<String, String> troublesOf(String follower) {
        return troubles.toldOf(follower);
    }

    /** Not even an error ends the thread, else nothing would be heard any more. */
    private void runOn() {
        while (!closed) {
            try {
                run();
            } catch (Error error) {
                failed(error);
            }
        }
    }

    void run() {
        while (!closed) {
            try (Consumer<String, byte[]> current = consumers.get()) {
                consumer = current;
                current.subscribe(
                        inboxesByTopic.keySet(), new InboxAssignment(current, this::inboxesOf, troubles, topicsRead));
                while (!closed) {
                    ConsumerRecords<String, byte[]> polled = current.poll(POLL);
                    take(current, polled);
                    topicsRead.requireSame();
                    goesOn(current, polled);
                }
            } catch (WakeupException _) {
                LOG.debug("The inbox ends");
            } catch (RuntimeException failure) {
                failed(failure);
            }
        }
    }

    private void failed(Throwable failure) {
        if (!closed) {
            troubles.hinderAll(failure);
            rest.run();
        }
    }

    /** A poll that found nothing shows only that it goes on where nothing waits either. */
    private void goesOn(Consumer<String, byte[]> current, ConsumerRecords<String, byte[]> polled) {
        if (troubles.hinderedAll() && (!polled.isEmpty() || nothingWaits(current))) {
            troubles.allGoOn();
        }
    }

    private static boolean nothingWaits(Consumer<String, byte[]> current) {
        Set<TopicPartition> assigned = current.assignment();
        return !assigned.isEmpty()
                && assigned.stream()
                        .allMatch(partition -> current.currentLag(partition).orElse(1) == 0);
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
        topicsRead.look(partition, records.getFirst().offset(), inboxesOf(partition));
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
            read = ReceivedRecords.hear(record);
        } catch (UnreadableRecord poison) {
            unreadable.keep(record, Delivery.shortened(String.valueOf(poison.getMessage())));
            return;
        }
        for (Inbox inbox : inboxesOf(partition)) {
            accept(inbox, partition, read);
        }
    }

    private void accept(Inbox inbox, TopicPartition partition, TopicRecord read) {
        try {
            switch (inbox.accept(read)) {
                case APPLIED -> {
                    if (!inbox.holds(partition.partition())) {
                        troubles.goesOn(inbox, partition);
                    }
                }
                case PASSED -> {}
                case AHEAD -> {
                    if (troubles.ahead(inbox, partition, read)
                            || System.nanoTime() - suspectedAt > SUSPECT_AGAIN_NANOS) {
                        suspectedAt = System.nanoTime();
                        topicsRead.suspect(partition);
                    }
                }
            }
        } catch (RuntimeException failure) {
            troubles.hinders(inbox, partition, Delivery.describe(failure));
            throw failure;
        }
    }

    private List<Inbox> inboxesOf(TopicPartition partition) {
        return inboxesByTopic.getOrDefault(partition.topic(), List.of());
    }

    static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException interrupted) {
            // The thread ends by close() alone; what a handler left behind would stop every poll from now on.
            LOG.warn("A handler interrupted the inbox", interrupted);
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
}
