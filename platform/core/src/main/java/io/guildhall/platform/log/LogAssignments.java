package io.guildhall.platform.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;

/**
 * In which log each community lies: a document {@code {_id: community, log}}, stored by a majority before the first event
 * of the community and never changed. It is also written while there is one log only, so that a community stays there
 * when there are more.
 */
final class LogAssignments {

    private static final int MOST_KNOWN = 100_000;

    private final MongoCollection<Document> assignments;
    private final Cache<String, Integer> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    LogAssignments(MongoCollection<Document> assignments) {
        this.assignments = assignments
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** @param newest the number of the last log that is open here */
    int of(String community, int newest) {
        int assigned = known.get(community, _ -> assigned(community, newest));
        if (assigned > newest) {
            throw new StoreUnavailable(
                    "The community %s lies in log %d, and only %d are open".formatted(community, assigned, newest + 1),
                    new IllegalStateException("guildhall.log.count"));
        }
        return assigned;
    }

    private int assigned(String community, int newest) {
        try {
            Document found = assignments.find(Filters.eq("_id", community)).first();
            return found == null ? assign(community, newest) : found.getInteger("log");
        } catch (MongoException failure) {
            throw new StoreUnavailable("The event log's store gave no answer", failure);
        }
    }

    private int assign(String community, int newest) {
        try {
            assignments.insertOne(new Document("_id", community).append("log", newest));
            return newest;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return assigned(community, newest);
        }
    }
}
