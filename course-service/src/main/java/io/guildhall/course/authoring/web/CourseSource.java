package io.guildhall.course.authoring.web;

import static java.util.Objects.requireNonNull;

import io.guildhall.course.catalogue.CourseOutline;
import java.util.List;
import java.util.Map;

/** A whole course as its author wrote it, in the form in which it is revised. */
record CourseSource(
        String courseId, String title, String summary, String language, String status, List<Written> lessons) {

    record Written(String lessonId, String title, String markdown) {}

    /** @param markdown of every lesson of the course, by its id */
    static CourseSource of(CourseOutline course, Map<String, String> markdown) {
        return new CourseSource(
                course.courseId(),
                course.title(),
                course.summary(),
                course.language(),
                course.status().text(),
                course.lessons().stream()
                        .map(lesson -> new Written(
                                lesson.lessonId(), lesson.title(), requireNonNull(markdown.get(lesson.lessonId()))))
                        .toList());
    }
}
