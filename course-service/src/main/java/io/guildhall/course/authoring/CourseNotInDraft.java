package io.guildhall.course.authoring;

import io.guildhall.platform.problem.Refusal;

/** Only a draft can be changed or submitted. */
public final class CourseNotInDraft extends Refusal {

    public CourseNotInDraft(String status) {
        super(Kind.CONFLICT, status);
    }
}
