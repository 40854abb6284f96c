package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.LessonText;
import io.guildhall.course.authoring.LessonTitle;
import java.util.List;

/**
 * What became of a draft.
 *
 * @param lessons in the order of the course, with the ids they have now
 */
record Drafted(String courseId, List<LessonTitle> lessons) {

    static Drafted of(String courseId, List<LessonText> lessons) {
        return new Drafted(
                courseId,
                lessons.stream()
                        .map(lesson -> new LessonTitle(lesson.lessonId(), lesson.title()))
                        .toList());
    }
}
