package io.guildhall.load;

import static io.guildhall.platform.publish.EventRecords.PARTITIONS;

import io.guildhall.platform.follow.TopicReplay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Copies a topic as it grows, by windows of each partition, in the way of whoever takes them. */
final class TopicCopy implements AutoCloseable {

    private static final int WINDOW = 20;
    private static final Duration POLL = Duration.ofMillis(200);

    /** After so many polls without a record, what waits is handed on though it is less than a window. */
    private static final int SILENCE = 5;

    private final String topic;
    private final String from;
    private final Consumer<List<ConsumerRecord<String, byte[]>>> taker;
    private final Thread thread;
    private final Map<Integer, List<ConsumerRecord<String, byte[]>>> waiting = new HashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean copiedAll;
    private volatile boolean closed;

    /**
     * @param from bootstrap servers
     * @param taker gets up to 20 records of one partition in their order, by one thread
     */
    TopicCopy(String topic, String from, Consumer<List<ConsumerRecord<String, byte[]>>> taker) {
        this.topic = topic;
        this.from = from;
        this.taker = taker;
        this.thread = Thread.ofPlatform().name("copy of " + topic).start(this::copy);
    }

    private void copy() {
        List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (KafkaConsumer<String, byte[]> consumer = new TopicReplay(from).open()) {
            consumer.assign(all);
            int silent = 0;
            while (!closed) {
                var polled = consumer.poll(POLL);
                silent = polled.isEmpty() ? silent + 1 : 0;
                polled.forEach(record -> waiting.computeIfAbsent(record.partition(), _ -> new ArrayList<>())
                        .add(record));
                int enough = silent < SILENCE ? WINDOW : 1;
                waiting.values().forEach(records -> handOn(records, enough));
                copiedAll = enough == 1
                        && consumer.endOffsets(all).entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) == end.getValue());
            }
        } catch (RuntimeException | Error wrong) {
            failure.set(wrong);
        }
    }

    /** @param enough so many are a window at least */
    private void handOn(List<ConsumerRecord<String, byte[]>> records, int enough) {
        while (records.size() >= enough) {
            List<ConsumerRecord<String, byte[]>> window = records.subList(0, Math.min(WINDOW, records.size()));
            taker.accept(window);
            window.clear();
        }
    }

    /** Whether it has come to the end; throws what hindered it. */
    boolean copiedAll() {
        return isWell() && copiedAll;
    }

    /** Throws what hindered it. */
    boolean isWell() {
        Throwable wrong = failure.get();
        if (wrong != null) {
            throw new AssertionError("the copy ended", wrong);
        }
        return true;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
