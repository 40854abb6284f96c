package io.guildhall.analytics.replay.progress;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Finds replays and how far they have come. */
@Component
public class Replays {

    private final MongoOperations mongo;

    Replays(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<ReplayEntry> find(String replayId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(replayId), ReplayEntry.class));
    }

    /** The oldest that has not finished. */
    public Optional<ReplayEntry> running() {
        return Optional.ofNullable(mongo.findOne(
                query(where("running").is(true)).with(Sort.by("place")).limit(1), ReplayEntry.class));
    }

    /**
     * The newest first.
     *
     * @param startedBy whose they are, or {@code null} for everybody's
     */
    public Page<ReplayEntry> page(@Nullable String startedBy, PageQuery page) {
        Criteria wanted = where("place").lt(placeBefore(page));
        if (startedBy != null) {
            wanted = wanted.and("startedBy").is(startedBy);
        }
        var query = query(wanted).with(Sort.by("place").descending()).limit(page.fetch());
        return Page.of(mongo.find(query, ReplayEntry.class), page, entry -> Long.toString(entry.place()));
    }

    private static long placeBefore(PageQuery page) {
        if (page.after() == null) {
            return Long.MAX_VALUE;
        }
        if (!page.after().matches("[0-9]{1,18}")) {
            throw BadField.value("after", "invalid-value");
        }
        return Long.parseLong(page.after());
    }

    public Optional<ReplayStep> step(String replayId) {
        return Optional.ofNullable(mongo.findById(replayId, ReplayStep.class));
    }

    void save(ReplayStep step) {
        mongo.save(step);
    }
}
