package io.guildhall.platform.simulation;

import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.Extensions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/** A topic as Kafka keeps it, and producers whose acknowledgements get lost while their records still arrive. */
final class SimulatedTopic {

    private final World world;
    private final List<List<ConsumerRecord<String, byte[]>>> partitions = new ArrayList<>();

    SimulatedTopic(World world) {
        this.world = world;
        for (int i = 0; i < EventRecords.PARTITIONS; i++) {
            partitions.add(new ArrayList<>());
        }
    }

    List<ConsumerRecord<String, byte[]>> partition(int number) {
        return partitions.get(number);
    }

    private void append(ProducerRecord<String, byte[]> record) {
        List<ConsumerRecord<String, byte[]>> partition = partitions.get(record.partition());
        note(number(record.headers(), Extensions.POSITION), number(record.headers(), Extensions.PREVIOUS), partition);
        partition.add(new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                partition.size(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty()));
    }

    private void note(long position, long previous, List<ConsumerRecord<String, byte[]>> partition) {
        boolean previousThere = previous == 0;
        for (ConsumerRecord<String, byte[]> earlier : partition) {
            long there = number(earlier.headers(), Extensions.POSITION);
            previousThere |= there == previous;
            if (there == position) {
                world.met("message doubled", "send");
            }
        }
        if (!previousThere) {
            world.met("message ahead of a missing one", "send");
        }
    }

    static long number(Headers headers, String extension) {
        byte[] value =
                Objects.requireNonNull(headers.lastHeader("ce_" + extension)).value();
        return Long.parseLong(new String(value, StandardCharsets.UTF_8));
    }

    /** @return whether everything was acknowledged; if not, none, some or all arrived or will yet arrive */
    boolean send(List<ProducerRecord<String, byte[]>> batch) {
        world.step("send");
        if (world.fault("request lost", "send", 0.02)) {
            return false;
        }
        var sending = new Sending(batch);
        world.scheduler.spawn(Actor.UNDER_WAY + "send", sending::run);
        if (world.is(Variation.STORES_BEFORE_FLUSH)) {
            return true;
        }
        if (world.fault("answer lost", "send", 0.06)) {
            world.scheduler.sleep("send", world.chance.below(60));
            return false;
        }
        world.scheduler.await("send", () -> sending.ended);
        return !sending.failed;
    }

    /** An idempotent producer: in order in each partition; only what it sends there first may go missing before the rest. */
    private final class Sending {

        private final Map<Integer, Deque<ProducerRecord<String, byte[]>>> open = new TreeMap<>();
        private boolean ended;
        private boolean failed;

        Sending(List<ProducerRecord<String, byte[]>> batch) {
            batch.forEach(record -> open.computeIfAbsent(record.partition(), _ -> new ArrayDeque<>())
                    .add(record));
        }

        void run() {
            if (world.fault("request late", "send", 0.05)) {
                world.scheduler.sleep("send, under way", world.chance.below(600));
            }
            for (Deque<ProducerRecord<String, byte[]>> records : open.values()) {
                if (records.size() > 1 && world.fault("first record missing", "send", 0.03)) {
                    records.removeFirst();
                    failed = true;
                }
            }
            while (!open.isEmpty()) {
                if (world.fault("batch cut", "send", 0.02)) {
                    failed = true;
                    open.clear();
                } else {
                    sendOne(world.chance.of(List.copyOf(open.keySet())));
                }
                if (world.chance.toss(0.3)) {
                    world.scheduler.yieldAt("send, half way");
                }
            }
            ended = true;
        }

        private void sendOne(int partition) {
            Deque<ProducerRecord<String, byte[]>> records = open.getOrDefault(partition, new ArrayDeque<>());
            append(records.removeFirst());
            if (records.isEmpty()) {
                open.remove(partition);
            }
        }
    }
}
