package io.guildhall.load.bench;

import io.guildhall.load.bench.TallyCommand.OpenTally;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.log.LogReader;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** What one event costs when the log is long, over what it costs when the log is short. */
final class GrowthBench {

    private static final int CALLERS = 64;
    private static final int SAMPLE = 8_000;
    private static final int ROUNDS = 5;

    private final Commands commands;
    private final LogReader reader;
    private final AtomicLong names = new AtomicLong();

    GrowthBench(Commands commands, LogReader reader) {
        this.commands = commands;
        this.reader = reader;
    }

    /** @param longLog how many events the long log holds; the short one holds 10,000 or what is there */
    Ratio run(long longLog) throws InterruptedException {
        grow(Math.max(10_000, reader.head()));
        double[] shortLog = sample();
        grow(longLog);
        double[] grown = sample();
        return new Ratio(
                "microseconds per event at %,d events over that at %,d".formatted(longLog, 10_000),
                grown,
                shortLog,
                "µs/event",
                1.3);
    }

    private double[] sample() throws InterruptedException {
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            micros[round] = append(SAMPLE) * 1e6 / SAMPLE;
        }
        System.err.printf("  at %,d events: %s µs/event%n", reader.head(), Arrays.toString(micros));
        return micros;
    }

    private void grow(long to) throws InterruptedException {
        while (reader.head() < to) {
            append((int) Math.min(20_000, to - reader.head()));
            System.err.printf("\r  %,d of %,d events", reader.head(), to);
        }
        System.err.println();
    }

    private double append(int count) throws InterruptedException {
        var left = new AtomicLong(count);
        var done = new CountDownLatch(CALLERS);
        long began = System.nanoTime();
        for (int caller = 0; caller < CALLERS; caller++) {
            Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    long name = names.incrementAndGet();
                    commands.sendAs(
                            CommandContext.of("grow_" + name, "mem_bench"),
                            new OpenTally("grown_" + name, "n".repeat(200)));
                }
                done.countDown();
            });
        }
        done.await();
        return (System.nanoTime() - began) / 1e9;
    }
}
