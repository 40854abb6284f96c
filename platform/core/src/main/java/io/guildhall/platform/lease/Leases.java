package io.guildhall.platform.lease;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.guildhall.platform.id.Ids;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each name to one owner at a time, over all instances of a service, on documents {@code {_id, owner, by, epoch,
 * until}}; {@code by} tells people which process that is.
 *
 * <p>Ends are told by the real clocks of the machines, which may differ by less than a fifth of a lease's length.
 */
public final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    private static final FindOneAndUpdateOptions OR_FIRST =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).upsert(true);

    /** {@code pid@host}. */
    private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();

    private final MongoCollection<Document> leases;
    private final InstantSource clock;

    public Leases(MongoCollection<Document> leases, InstantSource clock) {
        this.leases = leases.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.clock = clock;
    }

    /** Claims a name that nobody holds; empty where another does, even in this process. */
    public Optional<Lease> claim(String name, Duration length) {
        long asked = System.nanoTime();
        Instant now = clock.instant();
        String owner = Ids.next("own");
        Document taken = leases.findOneAndUpdate(
                and(eq("_id", name), lte("until", Date.from(now))), taking(owner, now.plus(length)), AFTER);
        if (taken != null) {
            long epoch = taken.get("epoch", Number.class).longValue();
            return Optional.of(new Lease(this, name, owner, epoch, length, asked));
        }
        return first(name, owner, now.plus(length))
                ? Optional.of(new Lease(this, name, owner, 1, length, asked))
                : Optional.empty();
    }

    /**
     * Claims a name though another holds it, who learns so when he renews; until then only the epoch tells that what he
     * writes is of the past.
     */
    public Lease seize(String name, Duration length) {
        long asked = System.nanoTime();
        String owner = Ids.next("own");
        Document taken = leases.findOneAndUpdate(
                eq("_id", name), taking(owner, clock.instant().plus(length)), OR_FIRST);
        long epoch = Objects.requireNonNull(taken).get("epoch", Number.class).longValue();
        return new Lease(this, name, owner, epoch, length, asked);
    }

    private static Bson taking(String owner, Instant until) {
        return combine(set("owner", owner), set("by", PROCESS), set("until", Date.from(until)), inc("epoch", 1L));
    }

    /**
     * Keeps one instance at the work: claims the name, runs the work while the lease is held, stands by while another
     * holds it. Ends with {@link LeasedWork.Standing#close}.
     */
    public LeasedWork.Standing keep(String name, Duration length, LeasedWork work) {
        return new LeaseKeeper(this, name, length, work).start();
    }

    /** How many names each process holds now, by {@code pid@host}; this one is among them also where it holds none. */
    public Map<String, Integer> holders() {
        Date now = Date.from(clock.instant());
        Map<String, Integer> holders = new TreeMap<>(Map.of(PROCESS, 0));
        for (Document lease : leases.find()) {
            if (lease.getDate("until").after(now)) {
                holders.merge(lease.getString("by"), 1, Integer::sum);
            }
        }
        return holders;
    }

    /** Whether anybody holds the name now. */
    public boolean isHeld(String name) {
        return leases.find(and(eq("_id", name), gt("until", Date.from(clock.instant()))))
                        .first()
                != null;
    }

    boolean renew(Lease lease) {
        Date until = Date.from(clock.instant().plus(lease.length()));
        return leases.findOneAndUpdate(own(lease), set("until", until), AFTER) != null;
    }

    void release(Lease lease) {
        try {
            leases.updateOne(own(lease), set("until", new Date(0)));
        } catch (MongoException e) {
            LOG.info("The lease {} was not given back and ends by itself: {}", lease.name(), e.toString());
        }
    }

    private boolean first(String name, String owner, Instant until) {
        try {
            leases.insertOne(new Document("_id", name)
                    .append("owner", owner)
                    .append("by", PROCESS)
                    .append("epoch", 1L)
                    .append("until", Date.from(until)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static Bson own(Lease lease) {
        return and(eq("_id", lease.name()), eq("owner", lease.owner()));
    }
}
