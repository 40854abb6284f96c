package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a replay changed, which should be nothing: events that one lake holds and the other does not, and every metric
 * before and after.
 *
 * @param replay as the service shows it, finished
 * @param community whose metrics were asked for
 */
record ReplayResult(
        JsonNode replay,
        Duration took,
        Optional<String> community,
        Map<String, JsonNode> before,
        Map<String, JsonNode> after) {

    /** All that makes a number, without the time at which it was asked. */
    private static final List<String> COMPARED = List.of(
            "definitionVersion",
            "value",
            "numerator",
            "denominator",
            "undefinedReason",
            "unit",
            "window",
            "eventCount");

    ExitCode code() {
        boolean equal = count("missing") == 0 && count("surplus") == 0 && differing() == 0;
        return equal ? ExitCode.OK : ExitCode.FAILED;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("equal", code() == ExitCode.OK);
        document.put("replayId", replay.path("replayId").asString(""));
        document.put("tookMillis", took.toMillis());
        document.put("events", count("events"));
        document.put("missing", count("missing"));
        document.put("surplus", count("surplus"));
        community.ifPresent(id -> document.put("communityId", id));
        document.put(
                "metrics",
                names().stream()
                        .map(name -> Map.of(
                                "metric", name,
                                "equal", equal(name),
                                "before", of(before, name),
                                "after", of(after, name)))
                        .toList());
        return document;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (community.isPresent()) {
            Table table = new Table().row("metric", "before", "after", "events before", "after", "");
            for (String name : names()) {
                JsonNode was = of(before, name);
                JsonNode is = of(after, name);
                table.row(name, value(was), value(is), events(was), events(is), equal(name) ? "equal" : "DIFFERENT");
            }
            lines.addAll(table.lines());
        }
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d events in %s, %d missing, %d surplus; %s.",
                code() == ExitCode.OK ? "Equal" : "NOT equal",
                count("events"),
                Times.seconds(took.toMillis()),
                count("missing"),
                count("surplus"),
                community.isPresent()
                        ? names().size() - differing() + " of " + names().size() + " metrics equal"
                        : "no metrics compared (--community ID does)"));
        return lines;
    }

    private TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private long differing() {
        return names().stream().filter(name -> !equal(name)).count();
    }

    private boolean equal(String name) {
        JsonNode was = of(before, name);
        JsonNode is = of(after, name);
        return before.containsKey(name)
                && after.containsKey(name)
                && COMPARED.stream().allMatch(part -> was.path(part).equals(is.path(part)));
    }

    private static JsonNode of(Map<String, JsonNode> numbers, String name) {
        return numbers.getOrDefault(name, MissingNode.getInstance());
    }

    /** An absent one is not known to be none. */
    private long count(String name) {
        return replay.path(name).asLong(-1);
    }

    private static String events(JsonNode number) {
        return number.path("eventCount").asString("-");
    }

    private static String value(JsonNode number) {
        String value = number.path("value").asString("");
        return value.isEmpty() ? number.path("undefinedReason").asString("-") : value;
    }
}
