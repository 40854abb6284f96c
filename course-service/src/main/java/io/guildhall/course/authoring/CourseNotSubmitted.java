package io.guildhall.course.authoring;

import io.guildhall.platform.problem.Refusal;

/** Only a submitted course can be approved or returned. */
public final class CourseNotSubmitted extends Refusal {

    public CourseNotSubmitted(String status) {
        super(Kind.CONFLICT, status);
    }
}
