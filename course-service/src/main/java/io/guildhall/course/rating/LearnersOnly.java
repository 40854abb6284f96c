package io.guildhall.course.rating;

import io.guildhall.platform.problem.Refusal;

/** Only who has begun a course can rate it. */
public final class LearnersOnly extends Refusal {

    public LearnersOnly() {
        super(Kind.FORBIDDEN);
    }
}
