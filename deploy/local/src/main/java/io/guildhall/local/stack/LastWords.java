package io.guildhall.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The one line of a dead part's log that says most: what Spring describes, the last cause, or just the last line. */
final class LastWords {

    private static final int LONGEST = 300;
    private static final String CAUSE = "Caused by: ";

    private LastWords() {}

    static String of(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            String words = words(lines);
            return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
        } catch (IOException e) {
            return "it left no log";
        }
    }

    private static String words(List<String> lines) {
        int described = lines.lastIndexOf("Description:");
        if (described >= 0 && described + 1 < lines.size()) {
            return lines.get(described + 1);
        }
        for (String line : lines.reversed()) {
            if (line.startsWith(CAUSE)) {
                return line.substring(CAUSE.length());
            }
        }
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }
}
