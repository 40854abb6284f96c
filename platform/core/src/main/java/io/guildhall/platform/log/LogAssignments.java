package io.guildhall.platform.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.function.IntSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * In which log each community lies: a document {@code {_id: community, log}}, stored by a majority before the first event
 * of the community and never changed. It is also written while there is one log only, so that a community stays there
 * when there are more.
 */
final class LogAssignments {

    private static final int MOST_KNOWN = 100_000;

    private final MongoCollection<Document> assignments;
    private final int founding;
    private volatile @Nullable String refusing;
    private final Cache<String, Integer> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    /** @param founding the number of the log to which a new community goes */
    LogAssignments(MongoCollection<Document> assignments, int founding) {
        this.assignments = assignments
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.founding = founding;
    }

    /** @param open how many logs are open here */
    int of(String community, int open) {
        int assigned = known.get(community, absent -> assigned(absent, this::foundingNow));
        if (assigned >= open) {
            throw new StoreUnavailable(
                    "The community %s lies in log %d, and %d are open".formatted(community, assigned, open),
                    new IllegalStateException("guildhall.log.count"));
        }
        return assigned;
    }

    void refuse(@Nullable String why) {
        refusing = why;
    }

    /** Where it was assigned may not be known while logs are not whole. */
    private int foundingNow() {
        String why = refusing;
        if (why != null) {
            throw new LogSetBack(why);
        }
        return founding;
    }

    /** @throws LogBroken when the community lies in another log */
    void keep(String community, int number) {
        int assigned = known.get(community, absent -> assigned(absent, () -> number));
        if (assigned != number) {
            throw new LogBroken("The community %s lies in log %d, not in %d".formatted(community, assigned, number));
        }
    }

    /** @throws IllegalStateException when a community lies in another log than these */
    void requireBelow(int open) {
        assignments.createIndex(Indexes.ascending("log"));
        Document beyond = assignments.find(Filters.gte("log", open)).first();
        if (beyond != null) {
            throw new IllegalStateException("The community %s lies in log %d: guildhall.log.count must be %d at least"
                    .formatted(beyond.getString("_id"), beyond.getInteger("log"), beyond.getInteger("log") + 1));
        }
    }

    private int assigned(String community, IntSupplier otherwise) {
        try {
            Document found = assignments.find(Filters.eq("_id", community)).first();
            return found == null ? assign(community, otherwise.getAsInt()) : found.getInteger("log");
        } catch (MongoException failure) {
            throw new StoreUnavailable("The event log's store gave no answer", failure);
        }
    }

    private int assign(String community, int number) {
        try {
            assignments.insertOne(new Document("_id", community).append("log", number));
            return number;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            Document others = assignments.find(Filters.eq("_id", community)).first();
            if (others == null) { // it is not a majority's yet
                throw new StoreUnavailable("Another instance is assigning " + community, refused);
            }
            return others.getInteger("log");
        }
    }
}
