package io.guildhall.analytics.lake;

import com.sun.management.OperatingSystemMXBean;
import io.guildhall.analytics.Publishing;
import io.guildhall.analytics.bench.BrokerProcess;
import io.guildhall.analytics.bench.LongHistory;
import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.TopicReplay;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events per second of a lake that is built from the topics' first records on, beside a bare consumer of the same settings
 * that parses the same records and counts them by name. Argument: how many events.
 */
final class LakeBench {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOPICS = Pattern.compile("guildhall\\..*");
    private static final int ROUNDS = 5;

    private final String bootstrapServers;
    private final Map<String, Long> ends;
    private final long events;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long cpuNanos;

    private LakeBench(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.ends = new TopicEnds(bootstrapServers, TOPICS).now();
        this.events = ends.values().stream().mapToLong(Long::longValue).sum();
    }

    public static void main(String[] args) throws Exception {
        try (var broker = new BrokerProcess()) {
            publish(broker.bootstrapServers(), Integer.parseInt(args[0]));
            new LakeBench(broker.bootstrapServers()).run();
        }
    }

    private static void publish(String bootstrapServers, int events) {
        try (var topics = new Publishing(bootstrapServers, "").ensure("member", "course", "billing", "community")) {
            List<Envelope> page = new ArrayList<>();
            LongHistory.tell(events, event -> {
                page.add(event);
                if (page.size() == 5_000) {
                    topics.publish(page);
                    page.clear();
                }
            });
            topics.publish(page);
        }
    }

    private interface Pass {
        double run() throws Exception;
    }

    private void run() throws Exception {
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ourCpu = new double[ROUNDS];
        double[] bareCpu = new double[ROUNDS];
        bare();
        lake();
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = measured(this::bare);
            bareCpu[round] = events * 1e9 / cpuNanos;
            ours[round] = measured(this::lake);
            ourCpu[round] = events * 1e9 / cpuNanos;
        }
        System.out.println("| what | measured | yardstick | ratio | aim |");
        System.out.println("|---|---|---|---|---|");
        row("events/s into a lake built anew from %,d records".formatted(events), ours, bare);
        row("the same a core-second of the client", ourCpu, bareCpu);
    }

    /** Takes the time of the processors, too: it survives a machine on which others work. */
    private double measured(Pass pass) throws Exception {
        long before = system.getProcessCpuTime();
        double rate = pass.run();
        cpuNanos = system.getProcessCpuTime() - before;
        return rate;
    }

    private static void row(String what, double[] ours, double[] bare) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> ours[round] / bare[round]);
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.2f (%.2f to %.2f) | 0.35 |%n",
                what,
                median(ours),
                median(bare),
                ratios[ROUNDS / 2],
                ratios[0],
                ratios[ROUNDS - 1]);
    }

    private double lake() throws Exception {
        Path folder = Files.createTempDirectory("guildhall-bench-lake");
        try {
            Generation generation = new Lake(folder).current();
            long began = System.nanoTime();
            new LakeWriter(bootstrapServers, TOPICS).write(generation, state -> !state.reached(ends), (_, _) -> {});
            double seconds = (System.nanoTime() - began) / 1e9;
            if (generation.state().events() != events) {
                throw new IllegalStateException(generation.state().events() + " of " + events + " events");
            }
            return events / seconds;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private double bare() {
        Map<TopicPartition, Long> partitions = new HashMap<>();
        ends.forEach((partition, end) -> {
            int slash = partition.indexOf('/');
            int number = Integer.parseInt(partition.substring(slash + 1));
            partitions.put(new TopicPartition(partition.substring(0, slash), number), end);
        });
        Map<String, Long> counts = new HashMap<>();
        long began = System.nanoTime();
        try (KafkaConsumer<String, byte[]> consumer = new TopicReplay(bootstrapServers).open()) {
            consumer.assign(partitions.keySet());
            consumer.seekToBeginning(partitions.keySet());
            TopicReplay.readUntil(consumer, partitions, record -> counts.merge(name(record), 1L, Long::sum));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long counted = counts.values().stream().mapToLong(Long::longValue).sum();
        if (counted != events) {
            throw new IllegalStateException(counted + " of " + events + " records");
        }
        return events / seconds;
    }

    /** An event without a member counts under another name, so that parsing cannot be left out. */
    private static String name(ConsumerRecord<String, byte[]> record) {
        String name = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return JSON.readTree(record.value()).has("memberId") ? name : "without";
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
