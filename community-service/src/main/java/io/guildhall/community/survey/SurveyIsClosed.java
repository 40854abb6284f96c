package io.guildhall.community.survey;

import io.guildhall.platform.problem.Refusal;

/** A closed survey takes no answers. */
public final class SurveyIsClosed extends Refusal {

    public SurveyIsClosed() {
        super(Kind.CONFLICT);
    }
}
