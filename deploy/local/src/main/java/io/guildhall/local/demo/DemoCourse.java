package io.guildhall.local.demo;

import io.guildhall.local.lessons.CourseDraft;
import io.guildhall.local.lessons.Lesson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The course of our own writing that every new data folder gets, and that tests import. */
public final class DemoCourse {

    private static final String BASE = "/demo/event-sourcing-by-doing/";
    private static final List<String> FILES = List.of(
            "01-what-happened.md",
            "02-commands-and-decisions.md",
            "03-one-append.md",
            "04-projections.md",
            "05-twice-is-once.md",
            "06-changing-your-mind.md");

    private DemoCourse() {}

    /** Writes the course's files into an empty folder. */
    public static void copyTo(Path folder) throws IOException {
        for (String file : FILES) {
            Files.writeString(folder.resolve(file), text(file));
        }
    }

    public static CourseDraft draft() {
        return new CourseDraft(
                "Event sourcing by doing",
                "Build a small event-sourced system in six lessons: what happened, who decides, one append, what is"
                        + " shown, what arrives twice, and how to change your mind.",
                "en",
                FILES.stream().map(file -> Lesson.of(file, text(file))).toList());
    }

    private static String text(String file) {
        try (InputStream text = DemoCourse.class.getResourceAsStream(BASE + file)) {
            if (text == null) {
                throw new IllegalStateException(BASE + file + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
