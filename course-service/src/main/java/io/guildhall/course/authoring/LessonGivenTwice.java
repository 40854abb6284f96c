package io.guildhall.course.authoring;

import io.guildhall.platform.problem.Refusal;

/** A revision names the same lesson twice. */
public final class LessonGivenTwice extends Refusal {

    public LessonGivenTwice(String lessonId) {
        super(Kind.UNPROCESSABLE, lessonId);
    }
}
