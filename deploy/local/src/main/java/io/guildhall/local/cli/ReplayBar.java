package io.guildhall.local.cli;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How far a replay is: a bar, events done of all, events a second, and the time that is left. */
final class ReplayBar {

    private static final int WIDTH = 30;
    private static final int STEP_PERCENT = 10;

    private int settledPercent = -STEP_PERCENT;

    /**
     * Off a terminal a line at each tenth is enough.
     *
     * @param replay as the service shows it
     * @param since the replay was asked for
     */
    Progress.Line line(JsonNode replay, Duration since) {
        boolean finished = replay.path("status").asString("").equals("finished");
        int percent = replay.path("percent").asInt(0);
        boolean settled = finished || percent >= settledPercent + STEP_PERCENT;
        if (settled) {
            settledPercent = percent - percent % STEP_PERCENT;
        }
        int filled = WIDTH * percent / 100;
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        String trouble = replay.path("trouble").asString("");
        return new Progress.Line(
                "  [%s] %3d %%  %s%s"
                        .formatted(
                                bar,
                                percent,
                                numbers(replay, finished, since),
                                trouble.isEmpty() ? "" : "  " + trouble),
                settled);
    }

    private static String numbers(JsonNode replay, boolean finished, Duration since) {
        long done = replay.path("done").asLong(0);
        long total = replay.path("total").asLong(0);
        if (total == 0) {
            return finished ? "" : "counting";
        }
        long perSecond = done * 1000 / Math.max(1, since.toMillis());
        String text = String.format(Locale.ROOT, "%,d of %,d events  %,d/s", done, total, perSecond);
        if (finished || perSecond == 0) {
            return text;
        }
        return text
                + (done >= total
                        ? "  comparing"
                        : "  " + Times.rough(Duration.ofSeconds((total - done) / perSecond)) + " left");
    }
}
