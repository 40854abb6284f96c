package io.guildhall.local.cli;

import io.guildhall.local.demo.history.Telling.Far;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;

/** How far a history is told: a bar, its day, deeds done of all, deeds a second, and the time that is left. */
final class HistoryBar {

    private static final int WIDTH = 30;
    private static final int STEP_PERCENT = 5;

    /** A stop of the clock takes about as long as so many deeds. */
    private static final int DEEDS_A_STOP = 12;

    private final long began = System.nanoTime();
    private double shareBefore = -1;
    private int deedsBefore;
    private int settledPercent = -STEP_PERCENT;

    /** Off a terminal a line at each twentieth is enough. */
    Progress.Line line(Far far) {
        double share = share(far);
        if (shareBefore < 0) {
            shareBefore = share;
            deedsBefore = far.deeds();
        }
        int percent = (int) (100 * share);
        boolean settled = percent >= settledPercent + STEP_PERCENT || far.stop() == far.stops();
        if (settled) {
            settledPercent = percent - percent % STEP_PERCENT;
        }
        int filled = WIDTH * percent / 100;
        Duration since = Duration.ofNanos(System.nanoTime() - began);
        return new Progress.Line(
                String.format(
                        Locale.ROOT,
                        "  [%s%s] %3d %%  %s  %,d of %,d deeds  %.1f/s%s",
                        "#".repeat(filled),
                        "-".repeat(WIDTH - filled),
                        percent,
                        far.time().atZone(ZoneOffset.UTC).toLocalDate(),
                        far.deeds(),
                        far.allDeeds(),
                        (far.deeds() - deedsBefore) * 1000.0 / Math.max(1, since.toMillis()),
                        left(share, since)),
                settled);
    }

    private static double share(Far far) {
        return (far.deeds() + (double) DEEDS_A_STOP * far.stop())
                / (far.allDeeds() + (double) DEEDS_A_STOP * far.stops());
    }

    private String left(double share, Duration since) {
        double told = share - shareBefore;
        if (told <= 0 || share >= 1) {
            return "";
        }
        return "  " + Times.rough(Duration.ofMillis((long) (since.toMillis() * (1 - share) / told))) + " left";
    }
}
