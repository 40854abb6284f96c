package io.guildhall.course.enrollment;

import io.guildhall.platform.problem.Refusal;

/** A lesson to be completed that the course does not have. */
public final class LessonNotInCourse extends Refusal {

    public LessonNotInCourse(String lessonId) {
        super(Kind.UNPROCESSABLE, lessonId);
    }
}
