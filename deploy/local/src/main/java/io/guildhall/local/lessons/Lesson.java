package io.guildhall.local.lessons;

/** One file of the folder as it goes into the draft: its title and its Markdown. */
public record Lesson(String file, String title, String markdown) {

    /** Titled by the text's first heading, or else by the file's name. */
    public static Lesson of(String file, String text) {
        Heading heading = Heading.first(text);
        return heading == null
                ? new Lesson(file, titleFrom(file), text)
                : new Lesson(file, heading.title(), heading.body());
    }

    /** {@code 03-command_and-query.md} is "command and query". */
    private static String titleFrom(String name) {
        String stem = name.substring(0, name.lastIndexOf('.'));
        String words = stem.replaceFirst("^\\d+[\\s._-]+(?=\\S)", "")
                .replaceAll("[_-]+", " ")
                .strip();
        return words.isEmpty() ? stem : words;
    }
}
