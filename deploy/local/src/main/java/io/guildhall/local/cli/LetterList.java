package io.guildhall.local.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dead letters as a table: a row for each stream that stands still, since a stream goes on in its order. */
record LetterList(Letters.Found found, boolean dropped, Instant now) {

    private static final int LONGEST = 70;

    Map<String, Object> document() {
        return Map.of(
                "letters", found.letters().stream().map(Letter::document).toList(),
                "silent", found.silent());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!found.letters().isEmpty()) {
            lines.addAll(dropped ? droppedOnes() : standing());
            lines.add("");
        }
        lines.add(sum());
        found.silent().forEach((service, why) -> lines.add(service + " " + why + "."));
        return lines;
    }

    private List<String> standing() {
        Table table = new Table().row("service", "letter", "event", "behind it", "for", "why");
        for (Letter first : firsts()) {
            table.row(
                    first.service(),
                    first.id(),
                    first.unreadable() ? "none" : first.event(),
                    String.valueOf(behind(first)),
                    Times.rough(Duration.between(Instant.parse(first.text("at")), now)),
                    shortened(first.reason()));
        }
        return table.lines();
    }

    private List<String> droppedOnes() {
        Table table = new Table().row("service", "letter", "event", "by", "because");
        for (Letter letter : found.letters()) {
            table.row(
                    letter.service(),
                    letter.id(),
                    letter.unreadable() ? "none" : letter.event(),
                    letter.shown().at("/dropped/by").asString(""),
                    shortened(letter.shown().at("/dropped/reason").asString("")));
        }
        return table.lines();
    }

    private String sum() {
        if (dropped) {
            return "Dropped: %d.".formatted(found.letters().size());
        }
        return found.letters().isEmpty()
                ? "No dead letters."
                : "%d dead letters%s; ./guildhall letters explain LETTER says more of one."
                        .formatted(found.letters().size(), found.perhapsMore() ? " or more" : "");
    }

    private List<Letter> firsts() {
        List<Letter> firsts = new ArrayList<>();
        for (Letter letter : found.letters()) {
            if (firsts.stream().noneMatch(letter::queuesWith)) {
                firsts.add(letter);
            }
        }
        return firsts;
    }

    private long behind(Letter first) {
        return found.letters().stream().filter(first::queuesWith).count() - (first.unreadable() ? 0 : 1);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
