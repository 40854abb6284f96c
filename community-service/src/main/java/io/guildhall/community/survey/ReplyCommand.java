package io.guildhall.community.survey;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a member may ask of his own answer to a survey. */
public sealed interface ReplyCommand {

    /** @param score 1 to 5; the same one again is harmless */
    record AnswerSurvey(
            @TargetAggregateIdentifier String replyId, String surveyId, String communityId, String memberId, int score)
            implements ReplyCommand {

        public static AnswerSurvey of(String surveyId, String communityId, String memberId, int score) {
            String replyId = Ids.derived("rpl", (surveyId + "/" + memberId).getBytes(StandardCharsets.UTF_8));
            return new AnswerSurvey(replyId, surveyId, communityId, memberId, score);
        }
    }
}
