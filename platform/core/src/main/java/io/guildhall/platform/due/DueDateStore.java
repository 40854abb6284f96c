package io.guildhall.platform.due;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import io.guildhall.platform.due.DueDates.RefusedDueDate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Due dates in {@code due_dates}: {@code {_id, state, due, free, command, json, attempts}}. {@code due} is of the movable
 * clock, {@code free} (when it may be claimed) of the real one.
 */
final class DueDateStore {

    private static final String WAITING = "waiting";
    private static final String REFUSED = "refused";
    private static final FindOneAndUpdateOptions OLDEST =
            new FindOneAndUpdateOptions().sort(Indexes.ascending("due")).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> dates;
    private final InstantSource movable;
    private final InstantSource real;

    DueDateStore(MongoCollection<Document> dates, InstantSource movable, InstantSource real) {
        this.dates = dates.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.movable = movable;
        this.real = real;
    }

    void createIndex() {
        dates.createIndex(Indexes.ascending("state", "due"));
    }

    void put(String id, Instant due, String command, String json) {
        Document waiting = new Document("_id", id)
                .append("state", WAITING)
                .append("due", Date.from(due))
                .append("free", new Date(0))
                .append("command", command)
                .append("json", json)
                .append("attempts", 0);
        dates.replaceOne(eq("_id", id), waiting, new ReplaceOptions().upsert(true));
    }

    void remove(String id) {
        dates.deleteOne(eq("_id", id));
    }

    /** The oldest that is due and free, for this caller alone until the claim ends. */
    Optional<DueDate> claim(Duration length) {
        Instant now = real.instant();
        Bson ready = and(eq("state", WAITING), lte("due", Date.from(movable.instant())), lte("free", Date.from(now)));
        Document claimed = dates.findOneAndUpdate(
                ready, combine(set("free", Date.from(now.plus(length))), inc("attempts", 1)), OLDEST);
        return Optional.ofNullable(claimed).map(DueDateStore::read);
    }

    void done(DueDate date) {
        dates.deleteOne(same(date));
    }

    void refuse(DueDate date, String reason) {
        dates.updateOne(same(date), combine(set("state", REFUSED), set("reason", reason)));
    }

    void retry(DueDate date, Duration pause, String reason) {
        dates.updateOne(same(date), combine(set("free", Date.from(real.instant().plus(pause))), set("reason", reason)));
    }

    List<RefusedDueDate> refused() {
        List<RefusedDueDate> refused = new ArrayList<>();
        for (Document found : dates.find(eq("state", REFUSED)).sort(Indexes.ascending("due"))) {
            DueDate date = read(found);
            refused.add(new RefusedDueDate(date.id(), date.due(), date.command(), found.getString("reason")));
        }
        return refused;
    }

    /** Not one that was put under the same id meanwhile. */
    private static Bson same(DueDate date) {
        return and(eq("_id", date.id()), eq("due", Date.from(date.due())), eq("json", date.json()));
    }

    private static DueDate read(Document found) {
        return new DueDate(
                found.getString("_id"),
                Objects.requireNonNull(found.getDate("due")).toInstant(),
                found.getString("command"),
                found.getString("json"),
                found.getInteger("attempts"));
    }
}
