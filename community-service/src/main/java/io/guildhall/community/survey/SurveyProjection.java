package io.guildhall.community.survey;

import io.guildhall.community.survey.ReplyEvent.SurveyAnswered;
import io.guildhall.community.survey.SurveyEvent.SurveyClosed;
import io.guildhall.community.survey.SurveyEvent.SurveyOpened;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link SurveyEntry} and {@link SurveyReply}; every fact may arrive again. */
@Projection(
        value = SurveyProjection.NAME,
        keeps = {SurveyEntry.class, SurveyReply.class})
class SurveyProjection {

    static final String NAME = "survey-entries";

    private final ReadModel<SurveyEntry> entries;
    private final ReadModel<SurveyReply> replies;

    SurveyProjection(ReadModels models) {
        entries = models.of(SurveyEntry.class);
        replies = models.of(SurveyReply.class);
    }

    @EventHandler
    void on(SurveyEvent event, Fact fact) {
        String id = event.surveyId();
        switch (event) {
            case SurveyOpened opened ->
                entries.save(
                        id,
                        new SurveyEntry(
                                id, opened.communityId(), fact.position().number(), opened.question(), false),
                        fact);
            case SurveyClosed _ -> entries.update(id, new Update().set("closed", true), fact);
        }
    }

    @EventHandler
    void on(ReplyEvent event, Fact fact) {
        switch (event) {
            case SurveyAnswered answered ->
                replies.save(
                        answered.replyId(),
                        new SurveyReply(answered.replyId(), answered.surveyId(), answered.memberId(), answered.score()),
                        fact);
        }
    }
}
