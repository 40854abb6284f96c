package io.guildhall.local.lessons;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first Markdown heading of a text, of any level and in both notations, code blocks passed over.
 *
 * @param title without marks, at most 200 characters
 * @param body the text; without the heading where it began with it, since the title is shown above
 */
record Heading(String title, String body) {

    private static final int LONGEST_TITLE = 200;
    private static final Pattern HASHES = Pattern.compile(" {0,3}#{1,6}[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-{2,})[ \\t]*");
    private static final Pattern PLAIN = Pattern.compile(" {0,3}[^\\s>#*+-].*");

    static @Nullable Heading first(String text) {
        List<String> lines = text.lines().toList();
        String fence = null;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher mark = FENCE.matcher(line);
            if (fence != null) {
                fence = line.strip().startsWith(fence) ? null : fence;
            } else if (mark.matches()) {
                fence = mark.group(1);
            } else {
                Heading found = at(lines, at, text);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Heading at(List<String> lines, int at, String text) {
        Matcher hashes = HASHES.matcher(lines.get(at));
        if (hashes.matches() && !hashes.group(1).isBlank()) {
            return of(hashes.group(1), lines, at, at + 1, text);
        }
        boolean underlined = PLAIN.matcher(lines.get(at)).matches()
                && at + 1 < lines.size()
                && UNDERLINE.matcher(lines.get(at + 1)).matches()
                && (at == 0 || lines.get(at - 1).isBlank());
        return underlined ? of(lines.get(at), lines, at, at + 2, text) : null;
    }

    private static Heading of(String marked, List<String> lines, int from, int to, String text) {
        boolean begins = lines.subList(0, from).stream().allMatch(String::isBlank);
        String rest = String.join("\n", lines.subList(to, lines.size())).strip();
        return new Heading(plain(marked), begins && !rest.isEmpty() ? rest + "\n" : text);
    }

    private static String plain(String marked) {
        String title = marked.replaceAll("!?\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[*`]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "")
                .strip();
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }
}
