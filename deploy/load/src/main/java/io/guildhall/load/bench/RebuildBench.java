package io.guildhall.load.bench;

import io.guildhall.load.bench.TallyCommand.OpenTally;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.EditionDesk;
import io.guildhall.platform.follow.ReadModelEditions.Beside;
import io.guildhall.platform.log.LogReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What commands wait while a read model is rebuilt from the first event on, over what they wait otherwise; and what they
 * cost the rebuild. Commands come at fixed times, and a wait is counted from the time at which one was to begin.
 */
final class RebuildBench {

    private static final String MODEL = "tally-views";
    private static final int ROUNDS = 5;
    private static final int COMMANDS_A_SECOND = 200;
    private static final Duration SPAN = Duration.ofSeconds(8);

    private final Commands commands;
    private final EditionDesk desk;
    private final LogReader reader;
    private final AtomicLong names = new AtomicLong();

    /** The followers go on already. */
    RebuildBench(Commands commands, EditionDesk desk, LogReader reader) {
        this.commands = commands;
        this.desk = desk;
        this.reader = reader;
    }

    List<Ratio> run() throws InterruptedException {
        double[] during = new double[ROUNDS];
        double[] otherwise = new double[ROUNDS];
        double[] beside = new double[ROUNDS];
        double[] alone = new double[ROUNDS];
        command(); // warms up
        for (int round = 0; round < ROUNDS; round++) {
            otherwise[round] = command();
            alone[round] = rebuild(() -> Thread.sleep(SPAN));
            int now = round;
            beside[round] = rebuild(() -> during[now] = command());
            System.err.printf(
                    "  p99 %.0f µs, %.0f while %.0f events/s are replayed, alone %.0f%n",
                    otherwise[round], during[round], beside[round], alone[round]);
        }
        return List.of(
                new Ratio(
                        "p99 of commands while a read model is rebuilt, over that otherwise",
                        during,
                        otherwise,
                        "µs",
                        2),
                new Ratio("events/s of that rebuild, over those of one alone", beside, alone, "events/s", 0.5));
    }

    /** What happens while a rebuild runs. */
    private interface Meanwhile {
        void run() throws InterruptedException;
    }

    /** @return events a second */
    private double rebuild(Meanwhile meanwhile) throws InterruptedException {
        desk.begin(MODEL, "mem_bench");
        while (beside().done() == 0) {
            Thread.sleep(10);
        }
        long done = beside().done();
        long began = System.nanoTime();
        meanwhile.run();
        Beside now = beside();
        double seconds = (System.nanoTime() - began) / 1e9;
        Long total = now.total();
        if (total == null || now.done() >= total) {
            throw new IllegalStateException("%,d events are too few to be measured with".formatted(reader.head()));
        }
        desk.drop(MODEL, now.edition());
        return (now.done() - done) / seconds;
    }

    private Beside beside() {
        return Objects.requireNonNull(desk.of(MODEL).beside());
    }

    /** @return the p99 in microseconds */
    private double command() {
        Queue<Double> waits = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        long gap = Duration.ofSeconds(1).toNanos() / COMMANDS_A_SECOND;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long at = begin; at < begin + SPAN.toNanos(); at += gap) {
                long due = at;
                LockSupport.parkNanos(due - System.nanoTime());
                callers.execute(() -> {
                    String name = "rebuilt_" + names.incrementAndGet();
                    commands.sendAs(CommandContext.of(name, "mem_bench"), new OpenTally(name, "n".repeat(200)));
                    waits.add((System.nanoTime() - due) / 1e3);
                });
            }
        }
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length * 99 / 100];
    }
}
