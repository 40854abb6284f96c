package io.guildhall.load;

import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Offers a whole stack three times as many requests as it can serve, for a minute, and counts what becomes of each, how
 * soon all is as before, and what was lost. Callers by whom the capacity is measured wait for their answers; those of the
 * overload do not: each request is sent at its time, whatever became of those before it.
 */
public final class OverloadBench {

    private static final int CALLERS = 64;
    private static final int TIMES = 3;
    private static final Duration WARMING = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration OVERLOADED = Duration.ofSeconds(60);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(5);

    /** So many rounds of requests in a row are served as at capacity, before we call it recovered. */
    private static final int ROUNDS = 5;

    private final LocalStack stack;
    private final Errands errands;

    private OverloadBench(LocalStack stack, Errands errands) {
        this.stack = stack;
        this.errands = errands;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        boolean clean;
        try (var stack = LocalStack.up();
                var requests = new Requests()) {
            var errands = new Errands(stack, requests);
            var check = new HouseCheck(stack);
            boolean polite = new OverloadBench(stack, errands).run();
            Findings findings = check.of(requests);
            clean = polite && findings.clean();
        }
        System.exit(clean ? 0 : 1);
    }

    /** @return whether everybody who was not served was told when to come back */
    private boolean run() throws InterruptedException {
        atCapacity(WARMING);
        Fates usual = atCapacity(MEASURED);
        double capacity = usual.rate(MEASURED);
        Fates fates = overload(capacity * TIMES);
        long over = System.nanoTime();
        awaitServedAs(usual);
        double recovered = secondsSince(over);
        stack.awaitQuiet();
        System.out.println("| capacity | offered | served | of capacity | refused | p50 and p99 of the served, ms |"
                + " the same at capacity | served as before after, s | all followed after, s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %.0f/s | %.0f/s | %.0f/s | %.2f | %.0f %% | %.0f and %.0f | %.0f and %.0f | %.1f | %.1f |%n",
                capacity,
                capacity * TIMES,
                fates.rate(OVERLOADED),
                fates.rate(OVERLOADED) / capacity,
                100.0 * fates.refused() / fates.all(),
                fates.percentile(50),
                fates.percentile(99),
                usual.percentile(50),
                usual.percentile(99),
                recovered,
                secondsSince(over));
        fates.unexpected().stream().distinct().limit(10).forEach(System.out::println);
        System.out.println(
                fates.unanswered() + " without an answer, " + fates.unexpected().size() + " refused otherwise");
        return fates.unexpected().isEmpty() && fates.unanswered() == 0;
    }

    private Fates atCapacity(Duration span) throws InterruptedException {
        var fates = new Fates();
        var going = new AtomicBoolean(true);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int each = 0; each < CALLERS; each++) {
                callers.execute(() -> {
                    while (going.get()) {
                        fates.of(errands::next, System.nanoTime());
                    }
                });
            }
            Thread.sleep(span);
            fates.end();
            going.set(false);
        }
        return fates;
    }

    private Fates overload(double rate) {
        var fates = new Fates();
        long begin = System.nanoTime();
        long many = Math.round(rate * OVERLOADED.toSeconds());
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long each = 0; each < many; each++) {
                long at = begin + Math.round(each / rate * 1e9);
                Requests.rest(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
                callers.execute(() -> fates.of(errands::next, at));
            }
            fates.end();
        }
        return fates;
    }

    /** Until whoever asks one after the other waits no longer than most did at capacity. */
    private void awaitServedAs(Fates usual) {
        long begin = System.nanoTime();
        int rounds = 0;
        while (rounds < ROUNDS) {
            if (secondsSince(begin) > LONGEST_RECOVERY.toSeconds()) {
                throw new IllegalStateException("The stack does not recover");
            }
            var fates = new Fates();
            for (int each = 0; each < Errands.KINDS; each++) {
                fates.of(errands::next, System.nanoTime());
            }
            boolean asBefore = fates.served() == fates.all() && fates.percentile(100) <= usual.percentile(50);
            rounds = asBefore ? rounds + 1 : 0;
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
