package io.guildhall.course.catalogue;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.course.PlaceCursor;
import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Finds outlines; one of another community, or that the reader may not see, is not found. */
@Component
public class Outlines {

    private final MongoOperations mongo;

    Outlines(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<CourseOutline> find(String communityId, String courseId, Reader reader) {
        return find(communityId, courseId).filter(reader::maySee);
    }

    public Optional<CourseOutline> published(String communityId, String courseId) {
        return find(communityId, courseId).filter(CourseOutline::published);
    }

    public List<CourseOutline> published(String communityId, Collection<String> courseIds) {
        var wanted = where("_id").in(courseIds).and("communityId").is(communityId);
        return mongo.find(query(wanted.and("status").is(CourseStatus.PUBLISHED)), CourseOutline.class);
    }

    /** Oldest first. */
    public Page<CourseOutline> page(String communityId, Reader reader, PageQuery page) {
        Criteria wanted = where("communityId").is(communityId).and("place").gt(PlaceCursor.of(page));
        if (!reader.owner()) {
            wanted = wanted.orOperator(
                    where("status").is(CourseStatus.PUBLISHED),
                    where("authorId").is(reader.memberId()));
        }
        var found = mongo.find(query(wanted).with(Sort.by("place")).limit(page.fetch()), CourseOutline.class);
        return Page.of(found, page, course -> Long.toString(course.place()));
    }

    private Optional<CourseOutline> find(String communityId, String courseId) {
        return Optional.ofNullable(mongo.findById(courseId, CourseOutline.class))
                .filter(course -> course.communityId().equals(communityId));
    }
}
