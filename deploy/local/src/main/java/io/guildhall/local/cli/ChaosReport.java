package io.guildhall.local.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of a run: who was killed and away for how long, what was asked for, and what went wrong. */
record ChaosReport(JsonNode document) {

    boolean clean() {
        return document.path("violations").isEmpty();
    }

    List<String> lines() {
        var processes = new Table().row("process", "kills", "away, median", "longest");
        for (JsonNode each : document.path("processes")) {
            processes.row(
                    each.path("name").asString(),
                    each.path("kills").asString(),
                    Times.seconds(each.path("medianAwayMillis").asLong()),
                    Times.seconds(each.path("longestAwayMillis").asLong()));
        }
        var operations = new Table().row("operation", "asked", "done", "unknown", "refused");
        for (JsonNode each : document.path("operations")) {
            operations.row(
                    each.path("kind").asString(),
                    each.path("asked").asString(),
                    each.path("done").asString(),
                    each.path("unknown").asString(),
                    each.path("refused").asString());
        }
        var counts = new Table().row("count", "found");
        document.path("counts")
                .properties()
                .forEach(each -> counts.row(each.getKey(), each.getValue().asString()));
        List<String> lines = new ArrayList<>(processes.lines());
        lines.add("");
        lines.addAll(operations.lines());
        lines.add("");
        lines.addAll(counts.lines());
        document.path("violations").forEach(violation -> lines.add(violation.asString()));
        lines.add("");
        lines.add(sum());
        return lines;
    }

    private String sum() {
        return "%s: %d kills in %s, %d events, seed %d%s."
                .formatted(
                        clean() ? "Clean" : "NOT clean",
                        document.path("kills").asInt(),
                        Times.rough(
                                Duration.ofMillis(document.path("tookMillis").asLong())),
                        document.path("events").asLong(),
                        document.path("seed").asLong(),
                        clean()
                                ? ""
                                : "; the data is in " + document.path("data").asString(""));
    }
}
