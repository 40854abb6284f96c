package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A topic is made anew under its name, and the consumer is not assigned again. */
class TopicsReadTest {

    private static final ServiceName SOURCE = new ServiceName("hall");
    private static final TopicPartition PARTITION = new TopicPartition(SOURCE.topic(), EventRecords.partition("ada"));

    private final List<Long> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String id = "first";
    private volatile List<Long> topic = List.of();
    private volatile MockConsumer<String, byte[]> current = new MockConsumer<>("earliest");
    private volatile Places stored = Places.START;

    private final InboxConsumer inbox = new InboxConsumer(
            Map.of(
                    SOURCE.topic(),
                    List.of(new Inbox(
                            new Delivery(
                                    "guests",
                                    new Handlers(this, new EventCodec(List.of())),
                                    InboxConsumerTest.NO_LETTERS),
                            SOURCE.value(),
                            new Kept()))),
            this::open,
            (_, _) -> {},
            _ -> {
                asked.incrementAndGet();
                return id;
            },
            Thread::yield);

    @Heard("hall.guest.arrived")
    record GuestArrived() {}

    @EventHandler
    void on(GuestArrived event, Fact fact) {
        heard.add(fact.position().number());
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void aGapShowsThatItWasMadeAnewAndItIsReadFromItsStart() {
        topic = List.of(1L, 2L, 3L, 3L);
        inbox.start();
        await().until(() -> stored.offset(PARTITION.partition()) == 3);

        id = "second";
        topic = List.of(1L, 2L, 3L, 4L, 5L);
        current.schedulePollTask(() -> arrives(current, 4));

        await().until(() -> heard.contains(5L));
        assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
        await().until(() -> inbox.troubles().isEmpty());
    }

    @Test
    void soDoesARecordFromBeforeWhereItReadOn() {
        topic = List.of(1L, 2L, 3L);
        inbox.start();
        await().until(() -> stored.offset(PARTITION.partition()) == 2);

        id = "second";
        topic = List.of(1L, 2L);
        current.schedulePollTask(() -> {
            current.seek(PARTITION, 0); // as the consumer does where its offset is beyond the end
            arrives(current, 0);
        });

        await().until(() -> opened.get() == 2 && stored.offset(PARTITION.partition()) == 1);
        assertThat(stored.topic()).isEqualTo("second");
        assertThat(heard).containsExactly(1L, 2L, 3L);
    }

    @Test
    void nothingIsAskedWhileRecordsComeAsTheyShould() {
        topic = List.of(1L, 2L, 3L);
        inbox.start();
        await().until(() -> heard.size() == 3);
        assertThat(asked).hasValue(1);
    }

    private void arrives(MockConsumer<String, byte[]> consumer, int offset) {
        consumer.addRecord(record(topic.get(offset), offset));
    }

    private static ConsumerRecord<String, byte[]> record(long position, long offset) {
        var event = new StoredEvent("evt-" + position, "hall.guest.arrived", 1, 0, Instant.EPOCH, "{}", Map.of());
        var commit = new Commit(position, position - 1, "ada", 0, "cmd", "Guest", null, List.of(event));
        var sent = new EventRecords(LogName.first(SOURCE.value())).of(commit, event, position, position - 1);
        return new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private Consumer<String, byte[]> open() {
        opened.incrementAndGet();
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) topic.size()));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(Set.of(PARTITION));
            for (int offset = (int) consumer.position(PARTITION); offset < topic.size(); offset++) {
                arrives(consumer, offset);
            }
        });
        current = consumer;
        return consumer;
    }

    private final class Kept implements Positions {

        @Override
        public long of(String follower, String log) {
            return 0;
        }

        @Override
        public void reached(String follower, String log, long position) {}

        @Override
        public Places ofTopic(String follower, String source) {
            return stored;
        }

        @Override
        public Places begin(String follower, String source, String topicId) {
            stored = stored.in(topicId);
            return stored;
        }

        @Override
        public void reachedInTopic(String follower, String source, Places news) {
            stored = stored.and(news);
        }
    }
}
