package io.guildhall.platform.publish;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.log.LogName;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Progress of one log's publication in one document that remembers the epoch of its last writer. */
final class MongoProgress implements Progress {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> documents;
    private final String log;

    MongoProgress(MongoDatabase database, LogName log) {
        this.documents =
                database.getCollection("publications").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.log = log.toString();
    }

    @Override
    public Published load() {
        Document found = documents.find(Filters.eq("_id", log)).first();
        if (found == null) {
            return Published.NOTHING;
        }
        Map<Integer, Long> last = new HashMap<>();
        found.get("last", Document.class)
                .forEach((partition, position) -> last.put(Integer.valueOf(partition), (Long) position));
        return new Published(found.getLong("position"), last, found.getString("topic"));
    }

    @Override
    public boolean store(Published published, long epoch) {
        var last = new Document();
        published.lastOfPartition().forEach((partition, position) -> last.append(partition.toString(), position));
        var update = Updates.combine(
                Updates.set("position", published.position()),
                Updates.set("last", last),
                Updates.set("topic", published.topic()),
                Updates.set("epoch", epoch));
        var mine = Filters.and(Filters.eq("_id", log), Filters.lte("epoch", epoch));
        try {
            var result = documents.updateOne(mine, update, UPSERT);
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }
}
