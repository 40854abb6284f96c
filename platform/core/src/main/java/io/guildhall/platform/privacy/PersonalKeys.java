package io.guildhall.platform.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one AES-256 key per person and purpose, sealed by the master key, in {@code personal_keys}.
 *
 * <p>A key is durable before anything is sealed with it. A destroyed key is forgotten by every instance within
 * {@value #CACHED_SECONDS} seconds, and a destroyed person never gets a new one.
 */
public final class PersonalKeys implements KeySource {

    static final String COLLECTION = "personal_keys";
    static final int CACHED_SECONDS = 30;
    private static final int KEY_BYTES = 32;
    private static final Duration POLL = Duration.ofMillis(10);

    private final MongoCollection<Document> keys;
    private final Sealer sealer;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<SecretKey>> cache = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(CACHED_SECONDS))
            .build();

    PersonalKeys(MongoCollection<Document> keys, Sealer sealer, InstantSource clock) {
        this.keys =
                keys.withWriteConcern(WriteConcern.MAJORITY.withJournal(true)).withReadConcern(ReadConcern.MAJORITY);
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public Optional<SecretKey> forSealing(String subject, String purpose) {
        return cache.get(id(subject, purpose), id -> {
            Document stored = find(id);
            return stored == null ? create(subject, id) : opened(stored);
        });
    }

    @Override
    public Optional<SecretKey> forOpening(String subject, String purpose) {
        return cache.get(id(subject, purpose), id -> {
            Document stored = find(id);
            if (stored != null) {
                return opened(stored);
            }
            if (find(subject) != null) {
                return Optional.empty();
            }
            throw new IllegalStateException("there is no personal key " + id);
        });
    }

    /** Erases a person: destroys every key, of every purpose, and lets no new one be made. Repeatable. */
    public void destroy(String subject) {
        keys.updateOne(eq("_id", subject), setOnInsert("destroyedAt", now()), new UpdateOptions().upsert(true));
        destroyAll(and(gte("_id", subject + "/"), lt("_id", subject + "0")));
        cache.asMap().keySet().removeIf(id -> id.startsWith(subject + "/"));
    }

    /** Destroys the key of one purpose only, say when the term for keeping invoices is over. Repeatable. */
    public void destroy(String subject, String purpose) {
        String id = id(subject, purpose);
        keys.updateOne(eq("_id", id), setOnInsert("createdAt", now()), new UpdateOptions().upsert(true));
        destroyAll(eq("_id", id));
        cache.invalidate(id);
    }

    private void destroyAll(Bson which) {
        keys.updateMany(
                and(which, exists("destroyedAt", false)),
                combine(unset("sealed"), unset("master"), set("destroyedAt", now())));
    }

    /**
     * A new key, or the one that another instance made meanwhile. The person's own document is read last: an erasure
     * writes it first, so either this finds it or the erasure finds the key.
     */
    private Optional<SecretKey> create(String subject, String id) {
        byte[] plain = new byte[KEY_BYTES];
        random.nextBytes(plain);
        byte[] sealed = sealer.seal(plain, context(id));
        try {
            keys.insertOne(new Document("_id", id)
                    .append("sealed", new Binary(sealed))
                    .append("master", Sealer.keyOf(sealed))
                    .append("createdAt", now()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return opened(await(id));
        }
        if (find(subject) != null) {
            destroyAll(eq("_id", id));
            return Optional.empty();
        }
        return Optional.of(new SecretKeySpec(plain, "AES"));
    }

    /** Another instance's key, once a majority has it. */
    private Document await(String id) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() - end < 0) {
            Document stored = find(id);
            if (stored != null) {
                return stored;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new IllegalStateException("the personal key " + id + " is not yet held by a majority");
    }

    private Optional<SecretKey> opened(Document stored) {
        Binary sealed = stored.get("sealed", Binary.class);
        return sealed == null
                ? Optional.empty()
                : Optional.of(
                        new SecretKeySpec(sealer.open(sealed.getData(), context(stored.getString("_id"))), "AES"));
    }

    private @Nullable Document find(String id) {
        return keys.find(eq("_id", id)).first();
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    static String context(String id) {
        return "personal-key/" + id;
    }

    private static String id(String subject, String purpose) {
        return subject + "/" + purpose;
    }
}
