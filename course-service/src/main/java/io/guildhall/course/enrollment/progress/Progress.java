package io.guildhall.course.enrollment.progress;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.course.PlaceCursor;
import io.guildhall.course.enrollment.EnrollmentId;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds a member's progress. */
@Component
public class Progress {

    private final MongoOperations mongo;

    Progress(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<CourseProgress> find(String communityId, String courseId, String memberId) {
        return Optional.ofNullable(
                mongo.findById(EnrollmentId.of(communityId, courseId, memberId), CourseProgress.class));
    }

    /** In the order of enrollment. */
    public Page<CourseProgress> page(String communityId, String memberId, PageQuery page) {
        var wanted = where("communityId")
                .is(communityId)
                .and("memberId")
                .is(memberId)
                .and("place")
                .gt(PlaceCursor.of(page));
        var found = mongo.find(query(wanted).with(Sort.by("place")).limit(page.fetch()), CourseProgress.class);
        return Page.of(found, page, progress -> Long.toString(progress.place()));
    }
}
