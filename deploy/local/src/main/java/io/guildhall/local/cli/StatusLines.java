package io.guildhall.local.cli;

import io.guildhall.local.stack.PartState;
import io.guildhall.local.stack.StackState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The status of an installation as two tables: processes, and positions; of one elsewhere only its services are seen. */
record StatusLines(String origin, Optional<StackState> state, Map<String, JsonNode> services, Instant now) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Guildhall at " + origin
                + state.map(stack -> ", up for " + Times.rough(Duration.between(stack.startedAt(), now)))
                        .orElse(""));
        lines.add("");
        lines.addAll(state.map(this::processes).orElseGet(this::readiness));
        lines.add("");
        lines.addAll(positions());
        return lines;
    }

    private List<String> readiness() {
        Table table = new Table().row("service", "health", "");
        services.forEach((service, status) -> table.row(
                service,
                status.path("ready").asBoolean(false) ? "ready" : "not ready",
                status.path("says").asString("")));
        return table.lines();
    }

    private List<String> processes(StackState stack) {
        Table table = new Table().row("part", "health", "port", "pid", "up", "restarts", "");
        for (PartState part : stack.parts()) {
            Instant startedAt = part.startedAt();
            Long pid = part.pid();
            table.row(
                    part.name(),
                    health(part),
                    String.valueOf(part.port()),
                    pid == null ? "-" : pid.toString(),
                    startedAt == null ? "-" : Times.rough(Duration.between(startedAt, now)),
                    String.valueOf(part.restarts()),
                    says(part));
        }
        return table.lines();
    }

    private String health(PartState part) {
        JsonNode asked = services.get(part.name());
        boolean claimsReady = part.phase() == PartState.Phase.READY;
        if (claimsReady && asked != null && !asked.path("ready").asBoolean(false)) {
            return "not ready";
        }
        return part.phase().name().toLowerCase(Locale.ROOT);
    }

    private String says(PartState part) {
        String says = part.says();
        JsonNode asked = services.get(part.name());
        return says != null ? says : asked == null ? "" : asked.path("says").asString("");
    }

    private List<String> positions() {
        Table table = new Table().row("service", "what", "follows", "position", "lag", "");
        services.forEach((service, status) -> {
            if (!status.has("logs")) {
                return;
            }
            for (JsonNode log : status.path("logs")) {
                table.row(service, "log " + text(log, "name"), "", text(log, "head"), "", "");
                table.row(
                        service,
                        "publisher",
                        text(log, "name"),
                        text(log, "published"),
                        text(log, "lag"),
                        trouble(log));
            }
            for (JsonNode follower : status.path("followers")) {
                table.row(
                        service,
                        (text(follower, "kind") + " " + text(follower, "name")).toLowerCase(Locale.ROOT),
                        text(follower, "source"),
                        text(follower, "position"),
                        text(follower, "lag"),
                        trouble(follower));
            }
            table.row(service, "dead letters", "", text(status, "deadLetters"), "", "");
            table.row(service, "stuck due dates", "", text(status, "stuckDueDates"), "", "");
        });
        return table.lines();
    }

    private static String trouble(JsonNode follower) {
        return follower.path("trouble").asString("");
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull()
                ? "-"
                : value.isValueNode() ? value.asString("") : value.toString();
    }
}
