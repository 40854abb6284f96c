package io.guildhall.local.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseFolderTest {

    @TempDir
    Path folder;

    @Test
    void ordersByNameWithNumbersAsNumbers() throws Exception {
        write("10-last.md", "ten");
        write("2-next.txt", "two");
        write("1-first.md", "one");
        assertThat(CourseFolder.read(folder).lessons())
                .extracting(Lesson::file)
                .containsExactly("1-first.md", "2-next.txt", "10-last.md");
    }

    @Test
    void takesTheTitleFromTheFirstHeadingOfAnyLevel() throws Exception {
        write("a.md", "\n  \n### 1. 背景介绍\n\n知识付费\n");
        assertThat(only().title()).isEqualTo("1. 背景介绍");
        assertThat(only().markdown()).isEqualTo("知识付费\n");
    }

    @Test
    void keepsAHeadingThatTheTextDoesNotBeginWith() throws Exception {
        write("a.md", "Before.\n\n# The *real* `title` of [it](http://x) #\n\nAfter.\n");
        assertThat(only().title()).isEqualTo("The real title of it");
        assertThat(only().markdown()).startsWith("Before.").contains("# The *real*");
    }

    @Test
    void readsAnUnderlinedHeading() throws Exception {
        write("a.md", "Commands and events\n===================\n\nText.\n");
        assertThat(only()).isEqualTo(new Lesson("a.md", "Commands and events", "Text.\n"));
    }

    @Test
    void aCommentInACodeBlockIsNoHeading() throws Exception {
        write("03-shell_and-tools.md", "```sh\n# not a title\n```\n\nText.\n");
        assertThat(only().title()).isEqualTo("shell and tools");
    }

    @Test
    void aTextWithoutHeadingIsNamedAfterItsFile() throws Exception {
        write("2024.txt", "Just text, C# in it.\n");
        assertThat(only().title()).isEqualTo("2024");
    }

    @Test
    void dropsAByteOrderMark() throws Exception {
        write("a.md", "\uFEFF# Title\n\nText.\n");
        Files.write(folder.resolve("b.md"), "# Sixteen\r\n\r\nText.\r\n".getBytes(StandardCharsets.UTF_16));
        assertThat(CourseFolder.read(folder).lessons())
                .containsExactly(new Lesson("a.md", "Title", "Text.\n"), new Lesson("b.md", "Sixteen", "Text.\n"));
    }

    @Test
    void reportsWhatItCannotRead() throws Exception {
        write("ok.md", "# Fine");
        write("empty.md", " \n\n");
        write("picture.png", "x");
        Files.write(folder.resolve("gbk.txt"), "知识付费".getBytes(Charset.forName("GBK")));
        Files.write(folder.resolve("zero.txt"), new byte[] {65, 0, 66});
        Files.write(folder.resolve("huge.md"), new byte[(int) LessonFile.LIMIT_BYTES + 1]);
        Files.createSymbolicLink(folder.resolve("gone.md"), folder.resolve("nowhere"));
        Files.createDirectory(folder.resolve("images"));
        write(".hidden.md", "x");

        CourseFolder read = CourseFolder.read(folder);

        assertThat(read.lessons()).extracting(Lesson::file).containsExactly("ok.md");
        assertThat(read.unread())
                .containsExactly(
                        new Unread("empty.md", "empty"),
                        new Unread("gbk.txt", "not UTF-8 text"),
                        new Unread("gone.md", "not a regular file"),
                        new Unread("huge.md", "too large: 256 KB, a lesson may have 256"),
                        new Unread("picture.png", "not a .md or .txt file"),
                        new Unread("zero.txt", "not text"));
    }

    @Test
    void keepsFilesOfOneNameApart() throws Exception {
        write("1-a.md", "md");
        write("1-a.txt", "txt");
        write("01-a.md", "padded");
        assertThat(CourseFolder.read(folder).lessons())
                .extracting(Lesson::file)
                .containsExactly("01-a.md", "1-a.md", "1-a.txt");
    }

    @Test
    void guessesTheLanguage() throws Exception {
        write("a.md", "# Event sourcing\n\nText with one 字.\n");
        assertThat(CourseFolder.read(folder).language()).isEqualTo("en");
        write("b.md", "# 知识付费\n\n`class Group {}` 程序员社群的运营。\n");
        assertThat(CourseFolder.read(folder).language()).isEqualTo("zh-CN");
    }

    @Test
    void anEmptyFolderHasNoLessons() throws Exception {
        assertThat(CourseFolder.read(folder).lessons()).isEmpty();
        assertThat(CourseFolder.read(folder).unread()).isEmpty();
    }

    @Test
    void aMissingFolderIsAnError() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> CourseFolder.read(folder.resolve("gone")));
    }

    private Lesson only() throws IOException {
        return CourseFolder.read(folder).lessons().getFirst();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
