package io.guildhall.member.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds names by how one of their words begins; a Chinese character is a word of its own. */
final class NameWords {

    private NameWords() {}

    /** Whether the name, from some word on, begins so, whatever case, width and spaces. */
    static boolean begin(String name, String beginning) {
        String plain = plain(name);
        String wanted = plain(beginning);
        return !wanted.isEmpty()
                && IntStream.range(0, plain.length())
                        .anyMatch(at -> plain.startsWith(wanted, at) && beginsWord(plain, at));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static boolean beginsWord(String text, int at) {
        int here = text.codePointAt(at);
        boolean first = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
        return Character.isIdeographic(here) || (first && Character.isLetterOrDigit(here));
    }
}
