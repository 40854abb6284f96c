package io.guildhall.course.enrollment.web;

import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.enrollment.progress.CourseProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come in a course.
 *
 * @param completedLessonIds in no order
 * @param completedAt when the last lesson was completed, absent before
 */
record LearnedCourse(
        String courseId,
        String title,
        int lessonCount,
        List<String> completedLessonIds,
        Instant enrolledAt,
        @Nullable Instant completedAt) {

    static LearnedCourse of(CourseProgress progress, CourseOutline course) {
        return new LearnedCourse(
                course.courseId(),
                course.title(),
                course.lessons().size(),
                progress.completedLessonIds(),
                progress.enrolledAt(),
                progress.completedAt());
    }
}
