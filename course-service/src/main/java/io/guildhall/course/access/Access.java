package io.guildhall.course.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Answers whether a member may open a course now: some grant of its community covers it and holds. */
@Component
public class Access {

    private final MongoOperations mongo;
    private final InstantSource clock;

    Access(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    public Decision decide(String communityId, String memberId, String courseId) {
        Instant now = clock.instant();
        var covering = query(where("communityId")
                .is(communityId)
                .and("memberId")
                .is(memberId)
                .and("resource")
                .in(CourseResource.opening(courseId)));
        return mongo.find(covering, HeldGrant.class).stream()
                .map(grant -> grant.at(now))
                .min(Comparator.naturalOrder())
                .orElse(Decision.NO_GRANT);
    }
}
