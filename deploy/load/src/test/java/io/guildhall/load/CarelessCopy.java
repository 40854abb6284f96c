package io.guildhall.load;

import static io.guildhall.platform.publish.EventRecords.PARTITIONS;

import io.guildhall.platform.follow.TopicReplay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Copies a topic to one of the same name at another broker as nobody should: of each twenty records of a partition some
 * come too early, late or twice; then, as from a publisher that begins again, all of them in order.
 */
final class CarelessCopy implements AutoCloseable {

    private static final int WINDOW = 20;
    private static final Duration POLL = Duration.ofMillis(200);

    /** After so many polls without a record, what waits is sent though it is less than a window. */
    private static final int SILENCE = 5;

    private final String topic;
    private final String from;
    private final String to;
    private final Random random;
    private final Thread thread;
    private final Map<Integer, List<ConsumerRecord<String, byte[]>>> waiting = new HashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger tooEarly = new AtomicInteger();
    private final Runnable atFirst;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean copiedAll;
    private volatile boolean closed;

    /**
     * @param from bootstrap servers, as is {@code to}
     * @param atFirst called when a record is too early for the first time, before the missing one comes
     */
    CarelessCopy(String topic, String from, String to, long seed, Runnable atFirst) {
        this.topic = topic;
        this.from = from;
        this.to = to;
        this.random = new Random(seed);
        this.atFirst = atFirst;
        this.thread = Thread.ofPlatform().name("careless copy").start(this::copy);
    }

    private void copy() {
        List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (KafkaConsumer<String, byte[]> consumer = new TopicReplay(from).open();
                var producer = new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, to),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            consumer.assign(all);
            int silent = 0;
            while (!closed) {
                var polled = consumer.poll(POLL);
                silent = polled.isEmpty() ? silent + 1 : 0;
                polled.forEach(record -> waiting.computeIfAbsent(record.partition(), _ -> new ArrayList<>())
                        .add(record));
                int enough = silent < SILENCE ? WINDOW : 1;
                waiting.values().forEach(records -> sendWindows(producer, records, enough));
                producer.flush();
                copiedAll = enough == 1
                        && consumer.endOffsets(all).entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) == end.getValue());
            }
        } catch (RuntimeException | Error wrong) {
            failure.set(wrong);
        }
    }

    /** @param enough so many are a window at least */
    private void sendWindows(
            KafkaProducer<String, byte[]> producer, List<ConsumerRecord<String, byte[]>> records, int enough) {
        while (records.size() >= enough) {
            List<ConsumerRecord<String, byte[]>> window = records.subList(0, Math.min(WINDOW, records.size()));
            send(producer, window);
            window.clear();
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, List<ConsumerRecord<String, byte[]>> window) {
        List<ConsumerRecord<String, byte[]>> careless = new ArrayList<>();
        window.forEach(record -> careless.addAll(Collections.nCopies(random.nextInt(3), record)));
        Collections.shuffle(careless, random);
        long furthest = window.getFirst().offset() - 1;
        for (ConsumerRecord<String, byte[]> record : careless) {
            send(producer, record);
            if (record.offset() > furthest + 1 && tooEarly.getAndIncrement() == 0) {
                producer.flush();
                atFirst.run();
            }
            furthest = Math.max(furthest, record.offset());
        }
        window.forEach(record -> send(producer, record));
    }

    private void send(KafkaProducer<String, byte[]> producer, ConsumerRecord<String, byte[]> record) {
        producer.send(new ProducerRecord<>(
                topic, record.partition(), record.timestamp(), record.key(), record.value(), record.headers()));
        sent.incrementAndGet();
    }

    /** How many records it has sent. */
    int sent() {
        return sent.get();
    }

    /** How many records came before one that belongs before them. */
    int tooEarly() {
        return tooEarly.get();
    }

    /** Whether it has come to the end; throws what hindered it. */
    boolean copiedAll() {
        Throwable wrong = failure.get();
        if (wrong != null) {
            throw new AssertionError("the copy ended", wrong);
        }
        return copiedAll;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
