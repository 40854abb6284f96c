package io.guildhall.community.survey;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a member may ask of his own answer to a survey. */
public sealed interface ReplyCommand {

    /** Each member has one answer to a survey. */
    static String idOf(String surveyId, String memberId) {
        return Ids.derived("rpl", (surveyId + "/" + memberId).getBytes(StandardCharsets.UTF_8));
    }

    /** @param score 1 to 5; the same one again is harmless */
    record AnswerSurvey(
            @TargetAggregateIdentifier String replyId, String surveyId, String communityId, String memberId, int score)
            implements ReplyCommand {

        public static AnswerSurvey of(String surveyId, String communityId, String memberId, int score) {
            return new AnswerSurvey(idOf(surveyId, memberId), surveyId, communityId, memberId, score);
        }
    }
}
