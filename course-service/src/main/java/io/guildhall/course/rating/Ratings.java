package io.guildhall.course.rating;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.course.PlaceCursor;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds ratings; whoever shows them asks first whether the course is one of the community. */
@Component
public class Ratings {

    private final MongoOperations mongo;

    Ratings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<Rating> find(String communityId, String courseId, String memberId) {
        return Optional.ofNullable(mongo.findById(RatingId.of(communityId, courseId, memberId), Rating.class));
    }

    /** Newest first; one that is changed meanwhile moves to the front. */
    public Page<Rating> page(String courseId, PageQuery page) {
        long before = page.after() == null ? Long.MAX_VALUE : PlaceCursor.of(page);
        var wanted = where("courseId").is(courseId).and("place").lt(before);
        var found = mongo.find(query(wanted).with(Sort.by("place").descending()).limit(page.fetch()), Rating.class);
        return Page.of(found, page, rating -> Long.toString(rating.place()));
    }

    /** Counted anew each time it is asked, by index. */
    public Stars of(String courseId) {
        return Stars.of(IntStream.rangeClosed(1, 5)
                .mapToObj(stars -> mongo.count(
                        query(where("courseId").is(courseId).and("stars").is(stars)), Rating.class))
                .toList());
    }
}
