package io.guildhall.load.bench.chat;

/** Counts latencies by tens of microseconds; ten seconds and more are one. */
final class Latencies {

    private static final int STEP_NANOS = 10_000;

    private final int[] counts = new int[1_000_000];
    private long total;

    void add(long nanos) {
        counts[(int) Math.min(counts.length - 1, Math.max(0, nanos / STEP_NANOS))]++;
        total++;
    }

    void clear() {
        java.util.Arrays.fill(counts, 0);
        total = 0;
    }

    /** In milliseconds; 0 where nothing was counted. */
    double percentile(double percent) {
        long rank = (long) Math.ceil(total * percent / 100);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank && seen > 0) {
                return (i + 1) * STEP_NANOS / 1e6;
            }
        }
        return 0;
    }
}
