package io.guildhall.platform.time;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that facts and due dates see: the real time plus an offset that all instances of a service share.
 *
 * <p>Only the local stack and tests may move it, and only forward. Where it begins is said once, before anything has
 * happened: in the past for a history that ends now. Leases and tokens never ask it.
 */
public final class MovableClock implements InstantSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MovableClock.class);
    private static final Duration REREAD = Duration.ofSeconds(1);
    private static final String ID = "offset";
    private static final String MOVES = "moves";

    /** So many moves are remembered, of all operators together. */
    private static final int MOST_MOVES = 100;

    private final InstantSource real;
    private final MongoCollection<Document> stored;
    private final boolean movable;
    private final Duration beginning;
    private final Thread reader;
    private volatile Duration offset = Duration.ZERO;
    private boolean known;

    /** @param beginning the offset of a clock that was never started before; without effect on any other */
    MovableClock(InstantSource real, MongoCollection<Document> stored, boolean movable, Duration beginning) {
        this.real = real;
        this.stored = stored.withWriteConcern(WriteConcern.MAJORITY);
        this.movable = movable;
        this.beginning = beginning;
        this.reader = Thread.ofVirtual().name("clock").unstarted(this::rereadForEver);
    }

    MovableClock start() {
        if (movable) {
            begin();
            reread();
            reader.start();
        }
        return this;
    }

    private void begin() {
        stored.updateOne(eq("_id", ID), setOnInsert("millis", beginning.toMillis()), new UpdateOptions().upsert(true));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    /** How far ahead of the real time this clock is; negative while it is behind. */
    public Duration offset() {
        return offset;
    }

    /** Moves the time as nobody else does. */
    public Instant advance(Duration step) {
        return advance(step, Ids.next("mov"));
    }

    /**
     * Moves the time of every instance of this service forward; the others follow within about a second.
     *
     * @param move the same when it is repeated, which moves nothing: an instance may die before it has answered
     * @throws ClockNotMovable where {@code guildhall.clock.movable} is not set
     * @throws IllegalArgumentException for a step back, since what has happened would lie in the future
     */
    public Instant advance(Duration step, String move) {
        if (!movable) {
            throw new ClockNotMovable();
        }
        if (step.isNegative()) {
            throw new IllegalArgumentException("time moves forward only: " + step);
        }
        begin();
        Document after = stored.findOneAndUpdate(
                and(eq("_id", ID), ne(MOVES, move)),
                combine(
                        inc("millis", step.toMillis()),
                        pushEach(MOVES, List.of(move), new PushOptions().slice(-MOST_MOVES))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (after == null) {
            reread();
        } else {
            apply(after);
        }
        return instant();
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void rereadForEver() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(REREAD);
                reread();
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                LOG.debug("The clock keeps its offset, the store does not answer: {}", e.toString());
            }
        }
    }

    private void reread() {
        Document found = stored.find(eq("_id", ID)).first();
        if (found != null) {
            apply(found);
        }
    }

    private synchronized void apply(Document found) {
        Duration read = Duration.ofMillis(found.get("millis", Number.class).longValue());
        if (!known || read.compareTo(offset) > 0) {
            offset = read;
            known = true;
        }
    }
}
