package io.guildhall.course.rating;

import io.guildhall.course.access.Access;
import io.guildhall.course.access.EntitlementRequired;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Tells who may rate a course: who has completed it, for good, and who is enrolled in it while access lasts. Follows the
 * enrollment after a moment.
 */
@Component
public class Raters {

    private final MongoOperations mongo;
    private final Access access;

    Raters(MongoOperations mongo, Access access) {
        this.mongo = mongo;
        this.access = access;
    }

    /**
     * @throws EntitlementRequired for who has no access and has not completed the course
     * @throws LearnersOnly for who has access and has not begun
     */
    public void require(String communityId, String courseId, String memberId) {
        var rater = Optional.ofNullable(mongo.findById(RatingId.of(communityId, courseId, memberId), Rater.class));
        if (rater.filter(Rater::completed).isPresent()) {
            return;
        }
        access.decide(communityId, memberId, courseId).require(courseId);
        if (rater.isEmpty()) {
            throw new LearnersOnly();
        }
    }
}
