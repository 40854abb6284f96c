package io.guildhall.community.survey;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything an owner may ask of a {@link Survey}. */
public sealed interface SurveyCommand {

    record OpenSurvey(@TargetAggregateIdentifier String surveyId, String communityId, String question)
            implements SurveyCommand {}

    /** Nobody answers from then on; closing again is harmless. */
    record CloseSurvey(@TargetAggregateIdentifier String surveyId, String communityId) implements SurveyCommand {}
}
