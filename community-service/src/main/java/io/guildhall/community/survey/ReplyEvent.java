package io.guildhall.community.survey;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;

/** The facts of one member's answer, as stored and published for ever; the last one counts. */
public sealed interface ReplyEvent extends InCommunity {

    /** @param score 1 to 5 */
    @EventName("community.survey.answered")
    record SurveyAnswered(String replyId, String surveyId, String communityId, String memberId, int score)
            implements ReplyEvent {}
}
