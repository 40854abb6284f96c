package io.guildhall.analytics.metric;

import io.guildhall.analytics.bench.LongHistory;
import io.guildhall.analytics.lake.GrownLake;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.LakeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Milliseconds until a number is answered with the count of the events behind it, for each metric over a long history of
 * one community. Arguments: a folder for the lake, which is used again where it is full, and how many events it holds.
 */
final class MetricsBench {

    private static final int ROUNDS = 5;
    private static final Window MONTH = window("2026-10-01");
    private static final Window YEAR = window("2025-11-01");

    private final Lake lake;
    private final MetricReader reader;

    private MetricsBench(Lake lake) {
        this.lake = lake;
        this.reader = new MetricReader(lake);
    }

    public static void main(String[] args) throws Exception {
        var lake = new Lake(Path.of(args[0]));
        int events = Integer.parseInt(args[1]);
        if (lake.current().state().events() == 0) {
            try (var grown = new GrownLake(lake)) {
                LongHistory.tell(events, grown::add);
            }
        }
        new MetricsBench(lake).run();
    }

    private void run() throws IOException, InterruptedException {
        var state = lake.current().state();
        System.out.printf(
                Locale.ROOT,
                "%,d events, %,d files, %,d MB%n%n",
                state.events(),
                state.files().size(),
                state.bytes() / 1_000_000);
        System.out.println("| metric | value of the month | month, ms | year, ms | month, files not in memory, ms |");
        System.out.println("|---|---|---|---|---|");
        List<Metric> metrics = new Metrics().all();
        metrics.forEach(metric -> millis(metric, MONTH)); // the engine is loaded, the code compiled
        for (Metric metric : metrics) {
            double month = median(metric, MONTH);
            double year = median(metric, YEAR);
            forget();
            double cold = millis(metric, MONTH);
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` v%d | %s | %.0f | %.0f | %.0f |%n",
                    metric.name(),
                    metric.version(),
                    reader.answer(metric, LongHistory.COMMUNITY, MONTH, null).value(),
                    month,
                    year,
                    cold);
        }
    }

    private double median(Metric metric, Window window) {
        double[] times = new double[ROUNDS];
        Arrays.setAll(times, _ -> millis(metric, window));
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private double millis(Metric metric, Window window) {
        long began = System.nanoTime();
        reader.answer(metric, LongHistory.COMMUNITY, window, null);
        return (System.nanoTime() - began) / 1e6;
    }

    /** Asks the kernel to drop what it keeps of the files, as {@code dd} does. */
    private void forget() throws IOException, InterruptedException {
        for (LakeFile file : lake.current().state().files()) {
            String path = lake.current().file(file).toString();
            new ProcessBuilder("dd", "if=" + path, "iflag=nocache", "count=0", "status=none")
                    .start()
                    .waitFor();
        }
    }

    private static Window window(String from) {
        return new Window(
                LocalDate.parse(from), LocalDate.of(2026, 11, 1), ZoneId.of("Asia/Shanghai"), LongHistory.END, 90);
    }
}
