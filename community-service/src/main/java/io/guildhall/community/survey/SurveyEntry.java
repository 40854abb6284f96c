package io.guildhall.community.survey;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a survey.
 *
 * @param place in the list: the position of its opening in the log
 */
@Document("survey_entry")
@CompoundIndex(name = "list", def = "{communityId: 1, place: 1}")
public record SurveyEntry(@Id String surveyId, String communityId, long place, String question, boolean closed) {}
