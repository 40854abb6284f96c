package io.guildhall.analytics.replay.progress;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
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

    public Optional<ReplayStep> step(String replayId) {
        return Optional.ofNullable(mongo.findById(replayId, ReplayStep.class));
    }

    void save(ReplayStep step) {
        mongo.save(step);
    }
}
