package io.guildhall.local.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One dead letter in full: what it is, why it was put aside, what waits with it, and what can be done.
 *
 * @param queue all letters that wait for the same, in order; itself among them unless it was dropped
 */
record LetterExplanation(Letter letter, List<Letter> queue) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static LetterExplanation of(Letter letter, List<Letter> waiting) {
        return new LetterExplanation(
                letter, waiting.stream().filter(letter::queuesWith).toList());
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("letter", letter.document());
        document.put("queue", queue.stream().map(Letter::id).toList());
        return document;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(facts().lines());
        if (!letter.text("payload").isEmpty()) {
            lines.add("");
            lines.addAll(payload().lines().toList());
        }
        lines.add("");
        lines.addAll(choices());
        return lines;
    }

    private Table facts() {
        Table table = new Table().row("letter", letter.id() + " of " + letter.service());
        if (letter.unreadable()) {
            table.row("event", "none: a record of another service's topic that cannot be read as one");
        } else {
            table.row("event", letter.event() + " at " + letter.text("position"));
            table.row("stream", letter.stream() + ", its event " + letter.text("sequence") + " from 0");
            table.row(
                    "for", letter.follower() + (letter.dropped() ? "" : ", which handles nothing more of this stream"));
        }
        table.row("why", letter.reason());
        table.row("since", moment(letter.text("at")));
        if (letter.dropped()) {
            table.row(
                    "dropped",
                    moment(letter.shown().at("/dropped/at").asString("")) + " by "
                            + letter.shown().at("/dropped/by").asString("") + ": "
                            + letter.shown().at("/dropped/reason").asString(""));
        } else if (!letter.unreadable()) {
            table.row("queue", place());
        }
        return table;
    }

    private String place() {
        int at = queue.stream().map(Letter::id).toList().indexOf(letter.id());
        return at > 0
                ? "behind %s, which is the first of %d"
                        .formatted(queue.getFirst().id(), queue.size())
                : "first, %d behind it".formatted(Math.max(0, queue.size() - 1));
    }

    /** As it is, where it is no JSON. */
    private String payload() {
        String payload = letter.text("payload");
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(payload));
        } catch (JacksonException e) {
            return payload;
        }
    }

    private List<String> choices() {
        if (letter.dropped()) {
            return List.of("It was given up, and nobody handles it any more.");
        }
        String drop = "./guildhall letters drop %s --reason TEXT".formatted(letter.id());
        return letter.unreadable()
                ? List.of(drop, "  gives it up: nobody can handle it, and it holds nothing.")
                : List.of(
                        "./guildhall letters retry " + letter.id(),
                        "  handles its stream from the oldest letter on, once the cause is mended.",
                        drop,
                        "  gives it up for good, and handles what is behind it.");
    }

    private static String moment(String instant) {
        return "%.19s UTC".formatted(instant.replace('T', ' '));
    }
}
