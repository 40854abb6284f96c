package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.lessons.CourseDraft;
import io.guildhall.local.lessons.CourseFolder;
import io.guildhall.local.lessons.Lesson;
import io.guildhall.local.lessons.Unread;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a folder of Markdown and text files a course draft, in one request: the whole draft or none. */
@Command(
        name = "import",
        description =
                "Makes a folder of .md and .txt files a course draft: a file a lesson, its title the first heading,"
                        + " the order that of the names.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final long LIMIT_BYTES = 7_500_000;
    private static final int MOST_LESSONS = 300;

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "FOLDER", description = "The folder; folders in it are left aside.")
    private Path source = Path.of(".");

    @Option(names = "--community", required = true, paramLabel = "ID", description = "The community it is drafted in.")
    private String community = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "The course's title (default: the folder's name).")
    private @Nullable String title;

    @Option(names = "--summary", paramLabel = "TEXT", description = "What the course is about (default: its lessons).")
    private @Nullable String summary;

    @Option(names = "--language", paramLabel = "TAG", description = "en or zh-CN (default: what most of the text is).")
    private @Nullable String language;

    @Override
    public Integer call() {
        Instant began = Instant.now();
        CourseFolder read = read();
        read.unread().forEach(file -> System.err.println("Not read: " + file.file() + " (" + file.reason() + ")"));
        long bytes = requireSendable(read);
        GuildhallClient author = installation.owner();
        Progress progress = output.progress();
        progress.show(List.of(new Progress.Line(
                "Sending %d lessons, %d KB …".formatted(read.lessons().size(), bytes >> 10), true)));
        Reply reply = draft(read)
                .send(author, community, UUID.randomUUID().toString())
                .expect(201);
        String course = reply.text("courseId");
        output.result(
                Map.of(
                        "courseId",
                        course,
                        "communityId",
                        community,
                        "lessons",
                        read.lessons().stream().map(ImportCommand::lesson).toList(),
                        "unread",
                        read.unread()),
                lines(read, course, Duration.between(began, Instant.now())));
        return ExitCode.OK.number();
    }

    private CourseFolder read() {
        try {
            return CourseFolder.read(source);
        } catch (IOException e) {
            throw new StackFailure(
                    ExitCode.USAGE,
                    "The folder " + source + " cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    private long requireSendable(CourseFolder read) {
        if (read.lessons().isEmpty()) {
            throw new StackFailure(ExitCode.FAILED, "There is no lesson in " + source + "; nothing was sent.");
        }
        if (read.lessons().size() > MOST_LESSONS) {
            throw new StackFailure(
                    ExitCode.FAILED,
                    "There are %d lessons in %s, a course may have %d; nothing was sent."
                            .formatted(read.lessons().size(), source, MOST_LESSONS));
        }
        long bytes = read.lessons().stream()
                .mapToLong(lesson -> lesson.markdown().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > LIMIT_BYTES) {
            throw new StackFailure(
                    ExitCode.FAILED,
                    "The lessons have %d KB together, a course may have %d; nothing was sent."
                            .formatted(bytes >> 10, LIMIT_BYTES >> 10));
        }
        return bytes;
    }

    private CourseDraft draft(CourseFolder read) {
        Path name = source.toAbsolutePath().normalize().getFileName();
        String titleFromName = name == null
                ? "Course"
                : name.toString().replaceAll("[_-]+", " ").strip();
        String summaryFromLessons =
                String.join(" · ", read.lessons().stream().map(Lesson::title).toList());
        return new CourseDraft(
                title == null ? titleFromName : title,
                summary == null ? shortened(summaryFromLessons) : summary,
                language == null ? read.language() : language,
                read.lessons());
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 499) + "…";
    }

    private static Map<String, String> lesson(Lesson lesson) {
        return Map.of("file", lesson.file(), "title", lesson.title());
    }

    private List<String> lines(CourseFolder read, String course, Duration took) {
        List<String> lines = new ArrayList<>();
        Table table = new Table();
        int number = 0;
        for (Lesson lesson : read.lessons()) {
            number++;
            table.row("  " + number, lesson.file(), lesson.title());
        }
        lines.addAll(table.lines());
        List<Unread> unread = read.unread();
        lines.add("Course %s drafted in %s with %d lessons in %s%s."
                .formatted(
                        course,
                        community,
                        read.lessons().size(),
                        Times.seconds(took.toMillis()),
                        unread.isEmpty() ? "" : "; " + unread.size() + " files were not read"));
        return lines;
    }
}
