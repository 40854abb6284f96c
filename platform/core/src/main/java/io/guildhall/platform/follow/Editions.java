package io.guildhall.platform.follow;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * Which editions every projection has, in one document per projection, so that each change is whole or not at all for
 * all instances of the service. An instance believes what it read for a second, by its own stopwatch; behind that it
 * reads again before it answers, so a change is known everywhere when a second has passed.
 */
final class Editions {

    static final Duration BELIEVED = Duration.ofSeconds(1);

    record Known(Map<String, Shelf> shelves, long askedNanos) {}

    private final MongoCollection<Document> shelves;
    private final LongSupplier nanos;
    private volatile Known known;

    Editions(MongoDatabase database) {
        this(database, System::nanoTime);
    }

    Editions(MongoDatabase database, LongSupplier nanos) {
        this.shelves = database.getCollection("editions")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.nanos = nanos;
        this.known = new Known(Map.of(), nanos.getAsLong() - BELIEVED.toNanos());
    }

    /** As it is, or was a second ago at most. */
    Shelf of(String projection) {
        return fresh().shelves().getOrDefault(projection, Shelf.first(projection));
    }

    /** As it is now. */
    Shelf now(String projection) {
        Document found = shelves.find(Filters.eq("_id", projection)).first();
        return found == null ? Shelf.first(projection) : ShelfDocuments.read(found);
    }

    private Known fresh() {
        Known current = known;
        return old(current) ? lookAgain() : current;
    }

    /** Nobody waits for another's look: where the store is away, each asks by himself and is told so. */
    Known lookAgain() {
        long asked = nanos.getAsLong();
        Map<String, Shelf> read = new HashMap<>();
        shelves.find()
                .sort(Sorts.ascending("_id"))
                .map(ShelfDocuments::read)
                .forEach(shelf -> read.put(shelf.projection(), shelf));
        return keep(new Known(Map.copyOf(read), asked));
    }

    private synchronized Known keep(Known news) {
        if (news.askedNanos() - known.askedNanos() > 0) {
            known = news;
        }
        return news;
    }

    private boolean old(Known what) {
        return nanos.getAsLong() - what.askedNanos() >= BELIEVED.toNanos();
    }

    /**
     * Changes what is stored, and knows it here at once; another's change in between is met by asking the operation again.
     *
     * @param change throws what refuses it, or answers its argument where nothing is to be changed
     */
    Shelf change(String projection, UnaryOperator<Shelf> change) {
        while (true) {
            Shelf before = now(projection);
            Shelf after = change.apply(before);
            if (after.equals(before) || stored(before, after)) {
                lookAgain();
                return after;
            }
        }
    }

    private boolean stored(Shelf before, Shelf after) {
        try {
            return shelves.replaceOne(
                                            Filters.and(
                                                    Filters.eq("_id", before.projection()),
                                                    Filters.eq("version", before.version())),
                                            ShelfDocuments.write(after),
                                            new ReplaceOptions().upsert(before.version() == 0))
                                    .getMatchedCount()
                            == 1
                    || before.version() == 0;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }
}
