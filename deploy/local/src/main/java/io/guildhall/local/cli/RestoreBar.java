package io.guildhall.local.cli;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How far a restore is: a bar, events done of all, events a second since it was first seen, and the time that is left. */
final class RestoreBar {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double NANOS = 1e9;

    private final RebuildBar bar = new RebuildBar();
    private long firstNanos = -1;
    private long firstDone;

    Progress.Line line(long done, long total, String trouble, long nanos) {
        if (firstNanos < 0 || done < firstDone) {
            firstNanos = nanos;
            firstDone = done;
        }
        ObjectNode shown = JSON.createObjectNode().put("done", done).put("total", total);
        double perSecond = nanos == firstNanos ? 0 : (done - firstDone) * NANOS / (nanos - firstNanos);
        if (perSecond >= 1) {
            shown.put("eventsPerSecond", perSecond).put("secondsLeft", (long) ((total - done) / perSecond));
        }
        return bar.line(shown.put("trouble", trouble));
    }
}
