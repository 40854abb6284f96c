package io.guildhall.course.authoring;

import io.guildhall.platform.problem.Refusal;

/** A revision names a lesson that its course does not have. */
public final class LessonNotOfCourse extends Refusal {

    public LessonNotOfCourse(String lessonId) {
        super(Kind.UNPROCESSABLE, lessonId);
    }
}
