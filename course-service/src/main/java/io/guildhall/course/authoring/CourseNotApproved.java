package io.guildhall.course.authoring;

import io.guildhall.platform.problem.Refusal;

/** Only an approved course can be published. */
public final class CourseNotApproved extends Refusal {

    public CourseNotApproved(String status) {
        super(Kind.CONFLICT, status);
    }
}
