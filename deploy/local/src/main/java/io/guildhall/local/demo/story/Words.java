package io.guildhall.local.demo.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What people of one language are called and say.
 *
 * @param addenda go behind whatever is said
 */
record Words(
        String language,
        List<String> firstNames,
        List<String> lastNames,
        List<String> talk,
        List<String> addenda,
        List<Exchange> questions,
        List<String> comments) {

    private static final String BASE = "/demo/history/";

    /** A question and what a colleague says to it. */
    record Exchange(String question, String answer) {

        static Exchange of(String line) {
            int tab = line.indexOf('\t');
            return new Exchange(line.substring(0, tab), line.substring(tab + 1));
        }
    }

    static Words in(String language) {
        List<String> names = lines(language, "names");
        boolean familyFirst = language.equals("zh-CN");
        return new Words(
                language,
                List.of(names.get(familyFirst ? 1 : 0).split(" ")),
                List.of(names.get(familyFirst ? 0 : 1).split(" ")),
                lines(language, "talk"),
                lines(language, "addenda"),
                lines(language, "questions").stream().map(Exchange::of).toList(),
                lines(language, "comments"));
    }

    String name(RandomGenerator random) {
        String first = pick(firstNames, random);
        String last = pick(lastNames, random);
        return language.equals("zh-CN") ? last + first : first + " " + last;
    }

    static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> lines(String language, String what) {
        String file = BASE + language + "." + what + ".txt";
        try (InputStream text = Words.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
