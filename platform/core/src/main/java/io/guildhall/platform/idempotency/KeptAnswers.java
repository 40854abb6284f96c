package io.guildhall.platform.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.privacy.SealedField;
import io.guildhall.platform.privacy.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * First answers by key, for 24 hours, their bodies sealed. A key belongs to one attempt at a time; one that crashed
 * gives way when its lease is over. Time is the real clock's.
 */
final class KeptAnswers {

    static final Duration KEPT = Duration.ofHours(24);
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String STATE = "state";
    private static final String RUNNING = "running";
    static final String COLLECTION = "idempotency_keys";
    private static final String BODY = "body";
    private static final String DONE = "done";

    private final MongoCollection<Document> keys;
    private final Sealer sealer;
    private final InstantSource clock;

    KeptAnswers(MongoCollection<Document> keys, Sealer sealer, InstantSource clock) {
        this.keys = keys.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.sealer = sealer;
        this.clock = clock;
    }

    /** An attempt that may run now; it ends with {@link #keep} or {@link #release}. */
    record Attempt(KeyedRequest request, String token) {}

    void createIndexes() {
        keys.createIndex(Indexes.ascending("expireAt"));
    }

    /**
     * Takes the key for an attempt.
     *
     * @return empty when there is an answer already, see {@link #find}
     * @throws InProgress while another attempt has it
     * @throws IdempotencyKeyReuse when it came with another body
     */
    Optional<Attempt> claim(KeyedRequest request) {
        Attempt attempt = new Attempt(request, Ids.next("att"));
        for (int look = 0; look < 3; look++) {
            if (insert(attempt)) {
                return Optional.of(attempt);
            }
            Document known = keys.find(eq("_id", request.id())).first();
            if (known == null || removedAsExpired(known)) {
                continue;
            }
            if (!request.bodyHash().equals(known.getString("bodyHash"))) {
                throw new IdempotencyKeyReuse();
            }
            if (DONE.equals(known.getString(STATE))) {
                return Optional.empty();
            }
            if (tookOver(attempt)) {
                return Optional.of(attempt);
            }
            throw new InProgress();
        }
        throw new InProgress();
    }

    Optional<KeptAnswer> find(KeyedRequest request) {
        return Optional.ofNullable(
                        keys.find(and(eq("_id", request.id()), eq(STATE, DONE))).first())
                .map(known -> new KeptAnswer(
                        known.getInteger("status"),
                        known.get("headers", Document.class).entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().toString())),
                        sealer.open(known.get(BODY, Binary.class).getData(), context(request.id()))));
    }

    /** Keeps the answer of an attempt that still has the key. */
    void keep(Attempt attempt, KeptAnswer answer) {
        byte[] sealed = sealer.seal(answer.body(), context(attempt.request().id()));
        keys.updateOne(
                held(attempt),
                combine(
                        set(STATE, DONE),
                        set("status", answer.status()),
                        set("headers", new Document(Map.copyOf(answer.headers()))),
                        set(BODY, new Binary(sealed))));
    }

    /** Gives the key back without an answer: the next attempt runs again, with the same command id. */
    void release(Attempt attempt) {
        keys.deleteOne(held(attempt));
    }

    /** Removes what is older than 24 hours; the embedded store has no index that does. */
    long sweep() {
        return keys.deleteMany(lt("expireAt", Date.from(clock.instant()))).getDeletedCount();
    }

    private boolean insert(Attempt attempt) {
        Instant now = clock.instant();
        try {
            keys.insertOne(new Document("_id", attempt.request().id())
                    .append("bodyHash", attempt.request().bodyHash())
                    .append(STATE, RUNNING)
                    .append("attempt", attempt.token())
                    .append("leaseUntil", Date.from(now.plus(LEASE)))
                    .append("expireAt", Date.from(now.plus(KEPT))));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean removedAsExpired(Document known) {
        Date now = Date.from(clock.instant());
        return known.getDate("expireAt").before(now)
                && keys.deleteOne(and(eq("_id", known.get("_id")), lt("expireAt", now)))
                                .getDeletedCount()
                        == 1;
    }

    private boolean tookOver(Attempt attempt) {
        Instant now = clock.instant();
        return keys.updateOne(
                                and(
                                        eq("_id", attempt.request().id()),
                                        eq(STATE, RUNNING),
                                        lte("leaseUntil", Date.from(now))),
                                combine(set("attempt", attempt.token()), set("leaseUntil", Date.from(now.plus(LEASE)))))
                        .getModifiedCount()
                == 1;
    }

    private static Bson held(Attempt attempt) {
        return and(eq("_id", attempt.request().id()), eq("attempt", attempt.token()), eq(STATE, RUNNING));
    }

    static SealedField sealed() {
        return new SealedField(COLLECTION, BODY, KeptAnswers::context);
    }

    private static String context(String request) {
        return "idempotency/" + request;
    }
}
