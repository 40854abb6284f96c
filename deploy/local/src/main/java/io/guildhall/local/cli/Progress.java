package io.guildhall.local.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A block of lines that shows how far something is: drawn over itself on a terminal, new lines only elsewhere. */
final class Progress {

    private static final String CLEAR_TO_END = "\u001b[K";

    private final PrintStream out;
    private final boolean inPlace;
    private List<String> shown = List.of();

    Progress(PrintStream out, boolean inPlace) {
        this.out = out;
        this.inPlace = inPlace;
    }

    /** @param lines how it stands now; off a terminal only those that are final and were not printed before */
    void show(List<Line> lines) {
        if (inPlace) {
            draw(lines.stream().map(Line::text).toList());
            return;
        }
        List<String> all = new ArrayList<>(shown);
        for (Line line : lines) {
            if (line.settled() && !all.contains(line.text())) {
                out.println(line.text());
                all.add(line.text());
            }
        }
        shown = all;
    }

    private void draw(List<String> lines) {
        if (lines.equals(shown)) {
            return;
        }
        StringBuilder block = new StringBuilder();
        if (!shown.isEmpty()) {
            block.append("\u001b[").append(shown.size()).append('A');
        }
        lines.forEach(
                line -> block.append('\r').append(line).append(CLEAR_TO_END).append('\n'));
        out.print(block);
        out.flush();
        shown = lines;
    }

    /** The next block begins below. */
    void end() {
        shown = List.of();
    }

    /** @param settled worth a line of its own where lines cannot be drawn over */
    record Line(String text, boolean settled) {}
}
