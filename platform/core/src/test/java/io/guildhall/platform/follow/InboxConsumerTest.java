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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the inboxes tell of themselves while something hinders them. */
class InboxConsumerTest {

    private static final ServiceName SOURCE = new ServiceName("hall");
    private static final TopicPartition PARTITION = new TopicPartition(SOURCE.topic(), EventRecords.partition("ada"));

    private final List<ConsumerRecord<String, byte[]>> topic = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile @Nullable Error failing;
    private volatile @Nullable KafkaException noAnswer;
    private volatile MockConsumer<String, byte[]> current = new MockConsumer<>("earliest");
    private final Delivery delivery = new Delivery("guests", new Handlers(this, new EventCodec(List.of())), NO_LETTERS);
    private final InboxConsumer inbox = new InboxConsumer(
            Map.of(SOURCE.topic(), List.of(new Inbox(delivery, SOURCE.value(), FROM_THE_BEGINNING))),
            this::open,
            (_, _) -> {},
            topic -> topic,
            Thread::yield);

    @Heard("hall.guest.arrived")
    record GuestArrived(String guest) {}

    @EventHandler
    void on(GuestArrived event) {
        Error error = failing;
        if (error != null) {
            throw error;
        }
        heard.add(event.guest());
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void tellsOfAMissingEventUntilThePartitionIsAnothers() {
        arrives(7, 5);
        inbox.start();
        await().until(() -> inbox.troubles().containsKey("guests@" + PARTITION));
        assertThat(inbox.troubles()).containsValue("an event between 0 and hall.0/7 is missing");

        current.schedulePollTask(() -> current.rebalance(Set.of()));

        await().until(() -> inbox.troubles().isEmpty());
        assertThat(heard).isEmpty();
    }

    @Test
    void tellsOfAnErrorAndHearsAgainWhenItIsOver() {
        failing = new InternalError("staged");
        arrives(1, 0);
        inbox.start();
        await().until(() -> inbox.troubles().containsValue("InternalError: staged"));

        failing = null;

        await().until(() -> inbox.troubles().isEmpty());
        assertThat(heard).containsExactly("ada");
    }

    @Test
    void tellsOfABrokerThatAnswersNothingUntilItAnswersThoughNothingIsNew() {
        noAnswer = new KafkaException("not authorized");
        inbox.start();
        await().until(() -> inbox.troubles().containsValue("KafkaException: not authorized"));

        noAnswer = null;

        await().until(() -> inbox.troubles().isEmpty());
    }

    private void arrives(long position, long previous) {
        var event = new StoredEvent(
                "evt-" + position, "hall.guest.arrived", 1, 0, Instant.EPOCH, "{\"guest\":\"ada\"}", Map.of());
        var commit = new Commit(position, previous, "ada", 0, "cmd-" + position, "Guest", null, List.of(event));
        ProducerRecord<String, byte[]> sent =
                new EventRecords(LogName.first(SOURCE.value())).of(commit, event, position, previous);
        topic.add(new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                topic.size(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty()));
    }

    private Consumer<String, byte[]> open() {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) topic.size()));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(Set.of(PARTITION));
            topic.forEach(consumer::addRecord);
            KafkaException failure = noAnswer;
            if (failure != null) {
                consumer.setPollException(failure);
            }
        });
        current = consumer;
        return consumer;
    }

    private static final Positions FROM_THE_BEGINNING = new Positions() {
        @Override
        public long of(String follower, String log) {
            return 0;
        }

        @Override
        public void reached(String follower, String log, long position) {}

        @Override
        public Places ofTopic(String follower, String source) {
            return Places.START;
        }

        @Override
        public Places begin(String follower, String source, String topic) {
            return ofTopic(follower, source).in(topic);
        }

        @Override
        public void reachedInTopic(String follower, String source, Places news) {}
    };

    static final DeadLetters NO_LETTERS = new DeadLetters() {
        @Override
        public Set<String> parkedStreams(String follower) {
            return Set.of();
        }

        @Override
        public boolean parked(String follower, String streamId) {
            return false;
        }

        @Override
        public void park(String follower, Envelope envelope, String reason) {
            throw new AssertionError(reason);
        }
    };
}
