package io.guildhall.local.store;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers the first {@code $match}, {@code $sort}, {@code $skip} and {@code $limit} of an aggregation as a query, so
 * that indexes serve them; the base class reads the whole collection for every aggregation. The driver counts
 * documents by aggregations.
 */
final class LeadingStages {

    private final Document command;
    private final List<Document> pipeline;
    private final @Nullable Document match;
    private final @Nullable Document sort;
    private final int skip;
    private final int limit;
    private int taken;

    LeadingStages(Document command) {
        this.command = command;
        this.pipeline = Aggregation.parse(command.get("pipeline"));
        this.match = (Document) take("$match");
        this.sort = (Document) take("$sort");
        this.skip = number(take("$skip"));
        this.limit = number(take("$limit"));
    }

    private @Nullable Object take(String stage) {
        Object value = taken < pipeline.size() ? pipeline.get(taken).get(stage) : null;
        taken += value == null ? 0 : 1;
        return value;
    }

    private static int number(@Nullable Object value) {
        return value == null ? 0 : ((Number) value).intValue();
    }

    Document answer(StoreDatabase database, StoreCollection collection, DatabaseResolver databases, Oplog oplog) {
        Aggregation rest = Aggregation.fromPipeline(
                pipeline.subList(taken, pipeline.size()), databases, database, collection, oplog);
        rest.validate(command);
        if (countsAll()) {
            return cursor(collection, collection.isEmpty() ? List.of() : List.of(total(collection.count())));
        }
        Document filter = match == null ? new Document() : match;
        QueryResult found = collection.queryDocuments(filter, sort, skip, limit, 0, null);
        return cursor(collection, rest.runStages(found.collectDocuments().stream()));
    }

    /** What the driver sends to count all documents. */
    private boolean countsAll() {
        Document group = new Document("_id", 1).append("n", new Document("$sum", 1));
        return taken == 1
                && pipeline.size() == 2
                && match != null
                && match.isEmpty()
                && group.equals(pipeline.getLast().get("$group"));
    }

    private static Document total(int documents) {
        return new Document("_id", 1).append("n", documents);
    }

    private static Document cursor(StoreCollection collection, List<Document> result) {
        Document cursor =
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", result);
        return new Document("cursor", cursor).append("ok", 1.0);
    }
}
