package io.guildhall.community.survey;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;

/** The facts of a survey, as stored and published for ever. */
public sealed interface SurveyEvent extends InCommunity {

    String surveyId();

    @EventName("community.survey.opened")
    record SurveyOpened(String surveyId, String communityId, String question) implements SurveyEvent {}

    @EventName("community.survey.closed")
    record SurveyClosed(String surveyId, String communityId) implements SurveyEvent {}
}
