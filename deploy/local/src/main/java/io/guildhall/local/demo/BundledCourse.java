package io.guildhall.local.demo;

import io.guildhall.local.lessons.CourseDraft;
import io.guildhall.local.lessons.Lesson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A course of our own writing that comes with the jar.
 *
 * @param files of its folder, in the order of the lessons
 */
public record BundledCourse(String folder, String title, String summary, String language, List<String> files) {

    public static final BundledCourse EVENT_SOURCING = new BundledCourse(
            "event-sourcing-by-doing",
            "Event sourcing by doing",
            "Build a small event-sourced system in six lessons: what happened, who decides, one append, what is"
                    + " shown, what arrives twice, and how to change your mind.",
            "en",
            List.of(
                    "01-what-happened.md",
                    "02-commands-and-decisions.md",
                    "03-one-append.md",
                    "04-projections.md",
                    "05-twice-is-once.md",
                    "06-changing-your-mind.md"));

    public static final BundledCourse MONEY = new BundledCourse(
            "money-in-programs",
            "Money in programs",
            "Amounts that add up, splits that lose no cent, a ledger that balances, and payments that happen once.",
            "en",
            List.of("01-amounts.md", "02-splitting.md", "03-ledger.md", "04-pay-once.md", "05-terms.md"));

    public static final BundledCourse MESSAGES = new BundledCourse(
            "reliable-messages",
            "消息的可靠投递",
            "从一次丢失的消息讲起：发件箱、幂等消费、顺序与分区、重试与死信，五课把消息投递做到可以放心。",
            "zh-CN",
            List.of("01-lost.md", "02-outbox.md", "03-idempotent.md", "04-order.md", "05-retry.md"));

    public CourseDraft draft() {
        return new CourseDraft(
                title,
                summary,
                language,
                files.stream().map(file -> Lesson.of(file, text(file))).toList());
    }

    String text(String file) {
        String path = "/demo/" + folder + "/" + file;
        try (InputStream text = BundledCourse.class.getResourceAsStream(path)) {
            if (text == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
