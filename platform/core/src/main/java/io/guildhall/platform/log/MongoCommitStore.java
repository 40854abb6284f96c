package io.guildhall.platform.log;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The commits of one log in a MongoDB collection; needs no transaction. */
public final class MongoCommitStore implements CommitStore {

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);

    private static final long MOST_SECONDS_FOR_SURE = 5;

    private final MongoCollection<Document> commits;

    public MongoCommitStore(MongoDatabase database, String collection) {
        this.commits = database.getCollection(collection)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** Makes the unique keys on which the log rests; asking again is harmless. */
    public void createIndexes() {
        answered(() -> {
            var unique = new IndexOptions().unique(true);
            commits.createIndex(Indexes.ascending(CommitDocuments.STREAM, CommitDocuments.SEQUENCE), unique);
            return commits.createIndex(Indexes.ascending(CommitDocuments.COMMAND), unique);
        });
    }

    @Override
    public int insert(List<Commit> ordered) {
        List<Document> documents = new ArrayList<>(ordered.size());
        for (Commit commit : ordered) {
            documents.add(CommitDocuments.write(commit));
        }
        return answered(() -> {
            try {
                commits.insertMany(documents, ORDERED);
                return documents.size();
            } catch (MongoBulkWriteException refused) {
                return storedBefore(refused);
            }
        });
    }

    private static int storedBefore(MongoBulkWriteException refused) {
        boolean onlyDuplicate = refused.getWriteConcernError() == null
                && refused.getWriteErrors().size() == 1
                && refused.getWriteErrors().getFirst().getCategory() == ErrorCategory.DUPLICATE_KEY;
        if (!onlyDuplicate) {
            throw refused;
        }
        return refused.getWriteErrors().getFirst().getIndex();
    }

    @Override
    public Optional<Commit> last() {
        return first(Filters.empty(), Sorts.descending("_id"));
    }

    @Override
    public List<Commit> from(long position, int limit) {
        return many(Filters.gte("_id", position), Sorts.ascending("_id"), limit);
    }

    @Override
    public Optional<Commit> containing(long position) {
        return first(Filters.lte("_id", position), Sorts.descending("_id")).filter(commit -> commit.last() >= position);
    }

    @Override
    public Optional<Commit> byCommand(String commandId) {
        return first(Filters.eq(CommitDocuments.COMMAND, commandId), null);
    }

    @Override
    public Optional<Commit> byCommandForSure(String commandId) {
        return answered(() -> Optional.ofNullable(commits.withReadConcern(ReadConcern.LINEARIZABLE)
                        .find(Filters.eq(CommitDocuments.COMMAND, commandId))
                        .maxTime(MOST_SECONDS_FOR_SURE, TimeUnit.SECONDS)
                        .first())
                .map(CommitDocuments::read));
    }

    @Override
    public List<Commit> stream(String streamId, long fromSequence, int limit) {
        Bson filter = Filters.and(
                Filters.eq(CommitDocuments.STREAM, streamId), Filters.gte(CommitDocuments.SEQUENCE, fromSequence));
        return many(filter, Sorts.ascending(CommitDocuments.SEQUENCE), limit);
    }

    /** The commit of a stream that holds the event with this sequence. */
    Optional<Commit> holding(String streamId, long sequence) {
        Bson filter = Filters.and(
                Filters.eq(CommitDocuments.STREAM, streamId), Filters.lte(CommitDocuments.SEQUENCE, sequence));
        return first(filter, Sorts.descending(CommitDocuments.SEQUENCE))
                .filter(commit -> commit.lastSequence() >= sequence);
    }

    @Override
    public Optional<Commit> lastOf(String streamId) {
        return first(Filters.eq(CommitDocuments.STREAM, streamId), Sorts.descending(CommitDocuments.SEQUENCE));
    }

    private Optional<Commit> first(Bson filter, @Nullable Bson sort) {
        return answered(() -> Optional.ofNullable(
                        commits.find(filter).sort(sort).limit(1).first())
                .map(CommitDocuments::read));
    }

    private List<Commit> many(Bson filter, Bson sort, int limit) {
        return answered(() -> commits.find(filter)
                .sort(sort)
                .limit(limit)
                .batchSize(limit)
                .map(CommitDocuments::read)
                .into(new ArrayList<>()));
    }

    private static <T> T answered(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException failure) {
            throw new StoreUnavailable("The event log's store gave no answer", failure);
        }
    }
}
