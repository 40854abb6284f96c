package io.guildhall.community.survey;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: one member's last answer. */
@Document("survey_reply")
record SurveyReply(@Id String replyId, @Indexed String surveyId, String memberId, int score) {}
