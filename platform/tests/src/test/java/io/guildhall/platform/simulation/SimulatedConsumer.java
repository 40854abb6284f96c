package io.guildhall.platform.simulation;

import io.guildhall.platform.publish.Extensions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A member of the group, with as much of Kafka's consumer as the inbox uses. */
final class SimulatedConsumer implements InvocationHandler {

    private final World world;
    private final SimulatedTopic topic;
    private final SimulatedGroup group;
    private final String name;
    private final int number;
    private final Map<Integer, Long> next = new HashMap<>();
    private @Nullable ConsumerRebalanceListener listener;
    private int generation = -1;
    private boolean dead;

    private SimulatedConsumer(World world, SimulatedTopic topic, SimulatedGroup group, String name, int number) {
        this.world = world;
        this.topic = topic;
        this.group = group;
        this.name = name;
        this.number = number;
    }

    @SuppressWarnings("unchecked")
    static Consumer<String, byte[]> open(
            World world, SimulatedTopic topic, SimulatedGroup group, String name, int number) {
        return (Consumer<String, byte[]>) Proxy.newProxyInstance(
                SimulatedConsumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                new SimulatedConsumer(world, topic, group, name, number));
    }

    int number() {
        return number;
    }

    /** Whether its process was killed; the group does not know that. */
    boolean isDead() {
        return dead;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
        Object[] arguments = given == null ? new Object[0] : given;
        switch (method.getName()) {
            case "subscribe" -> {
                listener = (ConsumerRebalanceListener) arguments[1];
                group.enter(this);
            }
            case "seek" -> next.put(((TopicPartition) arguments[0]).partition(), (Long) arguments[1]);
            case "poll" -> {
                return poll();
            }
            case "assignment" -> {
                return Set.copyOf(assigned());
            }
            case "currentLag" -> {
                return lag(((TopicPartition) arguments[0]).partition());
            }
            case "close" -> close();
            default -> throw new UnsupportedOperationException(method.toString());
        }
        return null;
    }

    private ConsumerRecords<String, byte[]> poll() {
        world.scheduler.await("poll", () -> generation != group.generation() || !group.has(this) || hasMore());
        while (!group.has(this) || generation != group.generation()) {
            rejoin();
        }
        return fetch();
    }

    private void rejoin() {
        if (!group.has(this)) {
            List<TopicPartition> lost = assigned();
            next.clear();
            if (!lost.isEmpty()) {
                world.met("partitions lost", "poll");
                tell(() -> listener().onPartitionsLost(lost));
            }
            group.enter(this);
        } else if (!next.isEmpty()) {
            tell(() -> listener().onPartitionsRevoked(assigned()));
            next.clear();
        }
        int joining = group.generation();
        group.join(this);
        world.scheduler.await("rejoin", () -> group.complete() || !group.has(this) || group.generation() != joining);
        if (group.has(this) && group.generation() == joining) {
            generation = joining;
            group.share(this).forEach(partition -> next.put(partition, 0L));
            tell(() -> listener().onPartitionsAssigned(assigned()));
        }
    }

    private ConsumerRebalanceListener listener() {
        return Objects.requireNonNull(listener);
    }

    private static void tell(Runnable listening) {
        try {
            listening.run();
        } catch (RuntimeException failure) {
            throw new KafkaException("User rebalance callback throws an error", failure);
        }
    }

    private boolean hasMore() {
        return next.entrySet().stream()
                .anyMatch(entry -> topic.partition(entry.getKey()).size() > entry.getValue());
    }

    private ConsumerRecords<String, byte[]> fetch() {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> fetched = new HashMap<>();
        for (TopicPartition partition : assigned()) {
            List<ConsumerRecord<String, byte[]>> stored = topic.partition(partition.partition());
            int from = Math.toIntExact(next.getOrDefault(partition.partition(), 0L));
            int to = Math.min(stored.size(), from + world.chance.below(6));
            if (to > from) {
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(stored.subList(from, to));
                if (world.is(Variation.PASSES_GAPS)) {
                    records.replaceAll(record -> hidingGap(record, stored));
                }
                fetched.put(partition, records);
                next.put(partition.partition(), (long) to);
            }
        }
        return new ConsumerRecords<>(fetched, Map.of());
    }

    /** The same record, as if the one before it in the partition were the one before it in the log. */
    private static ConsumerRecord<String, byte[]> hidingGap(
            ConsumerRecord<String, byte[]> record, List<ConsumerRecord<String, byte[]>> stored) {
        long previous = 0;
        long own = position(record);
        for (ConsumerRecord<String, byte[]> earlier : stored.subList(0, Math.toIntExact(record.offset()))) {
            if (position(earlier) < own) {
                previous = Math.max(previous, position(earlier));
            }
        }
        var headers = new RecordHeaders(record.headers());
        headers.remove("ce_" + Extensions.PREVIOUS);
        headers.add("ce_" + Extensions.PREVIOUS, Long.toString(previous).getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                headers,
                Optional.empty());
    }

    private OptionalLong lag(int partition) {
        return OptionalLong.of(topic.partition(partition).size() - next.getOrDefault(partition, 0L));
    }

    private static long position(ConsumerRecord<String, byte[]> record) {
        return SimulatedTopic.number(record.headers(), Extensions.POSITION);
    }

    private List<TopicPartition> assigned() {
        return next.keySet().stream()
                .sorted()
                .map(partition -> new TopicPartition("guildhall.house", partition))
                .toList();
    }

    private void close() {
        if (world.scheduler.current().killed()) {
            dead = true;
            throw new Crash();
        }
        boolean member = group.has(this);
        group.leave(this);
        Collection<TopicPartition> held = assigned();
        next.clear();
        if (member && !held.isEmpty()) {
            try {
                listener().onPartitionsRevoked(held);
            } catch (RuntimeException failure) {
                world.note(name + " could not store on leaving: " + failure);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
