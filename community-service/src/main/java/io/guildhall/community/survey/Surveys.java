package io.guildhall.community.survey;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds surveys and what was answered. */
@Component
public class Surveys {

    private final MongoOperations mongo;

    Surveys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The survey if it is of this community. */
    public Optional<SurveyEntry> find(String communityId, String surveyId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(surveyId), SurveyEntry.class))
                .filter(survey -> survey.communityId().equals(communityId));
    }

    /** In the order in which they were opened. */
    public Page<SurveyEntry> page(String communityId, PageQuery page) {
        var query = query(where("communityId").is(communityId).and("place").gt(placeBefore(page)))
                .with(Sort.by("place"))
                .limit(page.fetch());
        return Page.of(mongo.find(query, SurveyEntry.class), page, survey -> Long.toString(survey.place()));
    }

    /** What the member answers to these surveys at present, by survey. */
    public Map<String, Integer> scores(String memberId, List<SurveyEntry> surveys) {
        List<String> ids = surveys.stream()
                .map(survey -> ReplyCommand.idOf(survey.surveyId(), memberId))
                .toList();
        return mongo.find(query(where("_id").in(ids)), SurveyReply.class).stream()
                .collect(Collectors.toMap(SurveyReply::surveyId, SurveyReply::score));
    }

    /** How many members answer with which score at present. */
    public Map<Integer, Long> scores(String surveyId) {
        Map<Integer, Long> counts = new TreeMap<>();
        var all = query(where("surveyId").is(surveyId));
        try (var replies = mongo.stream(all, SurveyReply.class)) {
            replies.forEach(reply -> counts.merge(reply.score(), 1L, Long::sum));
        }
        return counts;
    }

    private static long placeBefore(PageQuery page) {
        if (page.after() == null) {
            return 0;
        }
        if (!page.after().matches("[0-9]{1,18}")) {
            throw BadField.value("after", "invalid-value");
        }
        return Long.parseLong(page.after());
    }
}
