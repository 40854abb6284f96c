package io.guildhall.course.catalogue.web;

import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.rating.Stars;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course and its table of contents.
 *
 * @param returnReason why it came back; only those who work on it are told
 */
record CourseContents(
        String courseId,
        String authorId,
        String title,
        String summary,
        String language,
        String status,
        List<Entry> lessons,
        Stars rating,
        @Nullable Instant publishedAt,
        @Nullable String returnReason) {

    /** @param free whether everybody may read it, signed in or not */
    record Entry(String lessonId, String title, boolean free) {}

    static CourseContents of(CourseOutline course, Stars rating, boolean worksOnIt) {
        return new CourseContents(
                course.courseId(),
                course.authorId(),
                course.title(),
                course.summary(),
                course.language(),
                course.status().text(),
                course.lessons().stream()
                        .map(lesson -> new Entry(lesson.lessonId(), lesson.title(), course.free(lesson.lessonId())))
                        .toList(),
                rating,
                course.publishedAt(),
                worksOnIt ? course.returnReason() : null);
    }
}
