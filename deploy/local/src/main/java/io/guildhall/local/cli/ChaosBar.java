package io.guildhall.local.cli;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How far the killing is: a bar, kills done of all, kills a minute, operations, and the time that is left of the kills. */
final class ChaosBar {

    private static final int WIDTH = 30;

    private final long began = System.nanoTime();
    private long firstKill;
    private int killedFirst;
    private String doing = "";
    private int settledKills = -1;

    /** Off a terminal a line is enough at each tenth, and when something else begins. */
    Progress.Line line(JsonNode far) {
        int killed = far.path("killed").asInt(0);
        int kills = far.path("kills").asInt(1);
        String does = far.path("doing").asString("");
        if (firstKill == 0 && killed > 0) {
            firstKill = System.nanoTime();
            killedFirst = killed;
        }
        boolean settled = !does.equals(doing) || killed >= settledKills + Math.max(1, kills / 10);
        if (settled) {
            doing = does;
            settledKills = killed;
        }
        int filled = WIDTH * killed / kills;
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        return new Progress.Line(
                String.format(
                        Locale.ROOT,
                        "  [%s]  %,d of %,d kills  %,d operations  %s%s",
                        bar,
                        killed,
                        kills,
                        far.path("operations").asInt(0),
                        does,
                        rate(killed, kills)),
                settled);
    }

    private String rate(int killed, int kills) {
        if (killed == killedFirst) {
            return "  " + Times.rough(Duration.ofNanos(System.nanoTime() - began));
        }
        double aMinute = (killed - killedFirst) * 60e9 / (System.nanoTime() - firstKill);
        String rate = String.format(Locale.ROOT, "  %.1f a minute", aMinute);
        return killed == kills
                ? rate
                : rate + "  " + Times.rough(Duration.ofSeconds((long) (60 * (kills - killed) / aMinute))) + " left";
    }
}
