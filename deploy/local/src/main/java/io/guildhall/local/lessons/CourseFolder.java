package io.guildhall.local.lessons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a folder holds for a course: its readable files in the order of their names, numbers in names counted as
 * numbers, and what could not be read. Folders in it and hidden files are left aside.
 */
public record CourseFolder(Path folder, List<Lesson> lessons, List<Unread> unread) {

    /** @throws IOException when the folder itself cannot be listed */
    public static CourseFolder read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !name(file).startsWith("."))
                    .sorted((one, other) -> NaturalOrder.NAMES.compare(name(one), name(other)))
                    .toList();
        }
        List<Lesson> lessons = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (Path file : files) {
            try {
                lessons.add(LessonFile.read(file));
            } catch (LessonFile.NotALesson e) {
                unread.add(new Unread(name(file), e.reason()));
            }
        }
        return new CourseFolder(folder, List.copyOf(lessons), List.copyOf(unread));
    }

    /** {@code zh-CN} when at least a tenth of the letters are Han, otherwise {@code en}. */
    public String language() {
        long letters = count(Character::isLetter);
        long han = count(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
        return letters > 0 && han * 10 >= letters ? "zh-CN" : "en";
    }

    private long count(IntPredicate kind) {
        return lessons.stream()
                .flatMapToInt(lesson -> lesson.markdown().codePoints())
                .filter(kind)
                .count();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
