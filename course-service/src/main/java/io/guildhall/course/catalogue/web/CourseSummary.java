package io.guildhall.course.catalogue.web;

import io.guildhall.course.catalogue.CourseOutline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A course in a list. */
record CourseSummary(
        String courseId,
        String authorId,
        String title,
        String summary,
        String language,
        String status,
        int lessonCount,
        @Nullable Instant publishedAt) {

    static CourseSummary of(CourseOutline course) {
        return new CourseSummary(
                course.courseId(),
                course.authorId(),
                course.title(),
                course.summary(),
                course.language(),
                course.status().text(),
                course.lessons().size(),
                course.publishedAt());
    }
}
