package io.guildhall.platform.follow;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters in one collection; a letter is waiting, or done with: handled later, or dropped by an operator, or passed over
 * since it had been dropped for an earlier edition.
 */
public final class MongoDeadLetters implements DeadLetters, InboxConsumer.Unreadable {

    private static final String WAITING = "waiting";
    private static final String HANDLED = "handled";
    private static final String DROPPED = "dropped";
    private static final String PASSED = "passed";
    static final String UNREADABLE = "unreadable";

    private final MongoCollection<Document> letters;
    private final InstantSource clock;

    public MongoDeadLetters(MongoDatabase database, InstantSource clock) {
        this.letters = database.getCollection("dead_letters").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.clock = clock;
    }

    public void createIndexes() {
        letters.createIndex(Indexes.ascending("state", "follower", "streamId", "position"));
    }

    @Override
    public Set<String> parkedStreams(String follower) {
        return letters.find(Filters.and(Filters.eq("state", WAITING), Filters.eq("follower", follower)))
                .projection(Projections.include("streamId"))
                .map(letter -> letter.getString("streamId"))
                .into(new HashSet<>());
    }

    @Override
    public boolean parked(String follower, String streamId) {
        return letters.find(Filters.and(
                                Filters.eq("state", WAITING),
                                Filters.eq("follower", follower),
                                Filters.eq("streamId", streamId)))
                        .limit(1)
                        .first()
                != null;
    }

    @Override
    public void park(String follower, Envelope envelope, String reason) {
        insert(letter(follower, envelope.fact(), WAITING)
                .append("reason", reason)
                .append("payload", envelope.payload()));
    }

    @Override
    public void passOver(String follower, Envelope envelope) {
        insert(letter(follower, envelope.fact(), PASSED));
    }

    private Document letter(String follower, Fact fact, String state) {
        return new Document("_id", follower + "/" + fact.position())
                .append("state", state)
                .append("follower", follower)
                .append("streamId", fact.streamId())
                .append("position", fact.position().number())
                .append("at", Date.from(clock.instant()))
                .append("fact", FactDocuments.write(fact));
    }

    @Override
    public void keep(ConsumerRecord<String, byte[]> record, String reason) {
        insert(new Document("_id", "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset()))
                .append("state", WAITING)
                .append("follower", UNREADABLE)
                .append("streamId", String.valueOf(record.key()))
                .append("position", record.offset())
                .append("reason", reason)
                .append("at", Date.from(clock.instant())));
    }

    private void insert(Document letter) {
        try {
            letters.insertOne(letter);
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /** Oldest position first; so are all lists here. */
    public List<DeadLetter> waiting(int limit) {
        return inState(WAITING, limit);
    }

    /** Letters that an operator gave up. */
    List<DeadLetter> dropped(int limit) {
        return inState(DROPPED, limit);
    }

    private List<DeadLetter> inState(String state, int limit) {
        return letters.find(Filters.eq("state", state))
                .sort(Sorts.ascending("follower", "streamId", "position"))
                .limit(limit)
                .map(MongoDeadLetters::read)
                .into(new ArrayList<>());
    }

    public long count() {
        return letters.countDocuments(Filters.eq("state", WAITING));
    }

    /** How many events a follower could not handle. */
    long unhandled(String follower) {
        return letters.countDocuments(
                Filters.and(Filters.in("state", WAITING, DROPPED), Filters.eq("follower", follower)));
    }

    /** Positions of what had no effect on a follower: its letters that wait, were dropped or were passed over. */
    Set<String> withheld(String follower) {
        return positions(List.of(WAITING, DROPPED, PASSED), List.of(follower));
    }

    @Override
    public Set<String> givenUpBefore(String follower) {
        List<String> before = Edition.before(follower);
        return before.isEmpty() ? Set.of() : positions(List.of(DROPPED), before);
    }

    private Set<String> positions(List<String> states, List<String> followers) {
        return letters.find(Filters.and(Filters.in("state", states), Filters.in("follower", followers)))
                .map(letter -> letter.get("fact", Document.class).getString("position"))
                .into(new HashSet<>());
    }

    /** Removes what waits for a follower that is no more, or was passed over; decisions stay. */
    void forget(String follower) {
        letters.deleteMany(Filters.and(Filters.in("state", WAITING, PASSED), Filters.eq("follower", follower)));
    }

    /** The letters that wait with this one and before it: its stream's, for the same follower, in order. */
    List<DeadLetter> queueOf(DeadLetter letter) {
        return letters.find(Filters.and(
                        Filters.eq("state", WAITING),
                        Filters.eq("follower", letter.follower()),
                        Filters.eq("streamId", letter.streamId())))
                .sort(Sorts.ascending("position"))
                .map(MongoDeadLetters::read)
                .into(new ArrayList<>());
    }

    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(Filters.and(Filters.eq("_id", id), Filters.eq("state", WAITING)))
                        .first())
                .map(MongoDeadLetters::read);
    }

    void failedAgain(DeadLetter letter, String reason) {
        letters.updateOne(Filters.eq("_id", letter.id()), Updates.set("reason", reason));
    }

    void handled(DeadLetter letter, String actor) {
        done(letter, HANDLED, actor, null);
    }

    void drop(DeadLetter letter, String actor, String reason) {
        done(letter, DROPPED, actor, reason);
    }

    private void done(DeadLetter letter, String state, String actor, @Nullable String why) {
        letters.updateOne(
                Filters.eq("_id", letter.id()),
                Updates.combine(
                        Updates.set("state", state),
                        Updates.set("by", actor),
                        Updates.set("why", why),
                        Updates.set("doneAt", Date.from(clock.instant()))));
    }

    private static DeadLetter read(Document letter) {
        Document fact = letter.get("fact", Document.class);
        return new DeadLetter(
                letter.getString("_id"),
                letter.getString("follower"),
                letter.getString("streamId"),
                letter.getString("reason"),
                letter.getDate("at").toInstant(),
                fact == null ? null : new Envelope(FactDocuments.read(fact), letter.getString("payload")),
                DROPPED.equals(letter.getString("state")) ? decision(letter) : null);
    }

    private static DeadLetter.Dropped decision(Document letter) {
        return new DeadLetter.Dropped(
                letter.get("why", ""), // none was asked for at first
                letter.getString("by"),
                letter.getDate("doneAt").toInstant());
    }
}
