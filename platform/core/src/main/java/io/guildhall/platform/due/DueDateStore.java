package io.guildhall.platform.due;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
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
import io.guildhall.platform.due.StuckDueDate.Dropped;
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
import org.jspecify.annotations.Nullable;

/**
 * Due dates in {@code due_dates}: {@code {_id, state, due, free, command, json, attempts, reason, stuck}}. {@code due} is
 * of the movable clock, {@code free} (when it may be claimed) of the real one; {@code stuck} is true while an operator
 * should look at it.
 */
final class DueDateStore {

    private static final String WAITING = "waiting";
    private static final String REFUSED = "refused";
    private static final String DROPPED = "dropped";

    /** A store that was away for a few seconds is nobody's work. */
    static final int ATTEMPTS_UNTIL_STUCK = 5;

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

    void createIndexes() {
        dates.createIndex(Indexes.ascending("state", "due"));
        dates.createIndex(Indexes.ascending("stuck", "_id"));
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
        dates.updateOne(waiting(date), combine(set("state", REFUSED), set("stuck", true), set("reason", reason)));
    }

    void retry(DueDate date, Duration pause, String reason) {
        dates.updateOne(
                waiting(date),
                combine(
                        set("free", Date.from(real.instant().plus(pause))),
                        set("stuck", date.attempts() >= ATTEMPTS_UNTIL_STUCK),
                        set("reason", reason)));
    }

    /** Not one that an operator dropped meanwhile. */
    private static Bson waiting(DueDate date) {
        return and(same(date), eq("state", WAITING));
    }

    /** Not one that was put under the same id meanwhile. */
    private static Bson same(DueDate date) {
        return and(eq("_id", date.id()), eq("due", Date.from(date.due())), eq("json", date.json()));
    }

    List<StuckDueDate> stuck(@Nullable String after, int limit) {
        Bson stuck = eq("stuck", true);
        return dates.find(after == null ? stuck : and(stuck, gt("_id", after)))
                .sort(Indexes.ascending("_id"))
                .limit(limit)
                .map(DueDateStore::readStuck)
                .into(new ArrayList<>());
    }

    long countStuck() {
        return dates.countDocuments(eq("stuck", true));
    }

    /** @return false when nothing is stuck under this id */
    boolean free(String id) {
        Bson again = combine(set("state", WAITING), set("stuck", false), set("free", new Date(0)));
        return dates.updateOne(stuck(id), again).getMatchedCount() == 1;
    }

    /** @return false when nothing is stuck under this id */
    boolean drop(String id, String by, String why) {
        Bson given = combine(
                set("state", DROPPED),
                set("stuck", false),
                set("by", by),
                set("why", why),
                set("droppedAt", Date.from(movable.instant())));
        return dates.updateOne(stuck(id), given).getMatchedCount() == 1;
    }

    private static Bson stuck(String id) {
        return and(eq("_id", id), eq("stuck", true));
    }

    List<StuckDueDate> dropped(int limit) {
        return dates.find(eq("state", DROPPED))
                .sort(Indexes.ascending("due"))
                .limit(limit)
                .map(DueDateStore::readStuck)
                .into(new ArrayList<>());
    }

    private static StuckDueDate readStuck(Document found) {
        DueDate date = read(found);
        Date droppedAt = found.getDate("droppedAt");
        return new StuckDueDate(
                date.id(),
                date.due(),
                date.command(),
                date.json(),
                date.attempts(),
                found.getString("reason"),
                droppedAt == null
                        ? null
                        : new Dropped(found.getString("why"), found.getString("by"), droppedAt.toInstant()));
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
