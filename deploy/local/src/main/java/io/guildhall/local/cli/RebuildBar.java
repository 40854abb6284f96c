package io.guildhall.local.cli;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How far the rebuild of a read model is: a bar, events done of all, events a second, and the time that is left. */
final class RebuildBar {

    private static final int WIDTH = 30;
    private static final int STEP_PERCENT = 10;

    private int settledPercent = -STEP_PERCENT;

    /**
     * Off a terminal a line at each tenth is enough.
     *
     * @param beside the edition beside the live one, as the service shows it
     */
    Progress.Line line(JsonNode beside) {
        long done = beside.path("done").asLong(0);
        long total = beside.path("total").asLong(0);
        boolean known = beside.path("total").isNumber();
        int percent = !known ? 0 : total == 0 ? 100 : (int) (100 * done / total);
        boolean settled = percent >= settledPercent + STEP_PERCENT;
        if (settled) {
            settledPercent = percent - percent % STEP_PERCENT;
        }
        int filled = WIDTH * percent / 100;
        String trouble = beside.path("trouble").asString("");
        String text = String.format(
                Locale.ROOT,
                "  [%s%s] %3s %%  %s events%s%s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                known ? percent : "?",
                ReadModels.events(beside),
                pace(beside, done < total),
                trouble.isEmpty() ? "" : "  " + trouble);
        return new Progress.Line(text, settled);
    }

    private static String pace(JsonNode beside, boolean goesOn) {
        long perSecond = Math.round(beside.path("eventsPerSecond").asDouble(0));
        if (perSecond == 0) {
            return "";
        }
        String left = goesOn && beside.path("secondsLeft").isNumber()
                ? "  "
                        + Times.rough(
                                Duration.ofSeconds(beside.path("secondsLeft").asLong())) + " left"
                : "";
        return String.format(Locale.ROOT, "  %,d/s%s", perSecond, left);
    }
}
