package io.guildhall.platform.follow;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.OrderedCommits;
import io.guildhall.platform.log.StoredEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/** One projection or policy on one of the own logs: reads by position, delivers, then remembers how far it has come. */
final class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int BATCH = 200;
    private static final int MANY = 20;
    private static final long STORE_EVERY_NANOS = 50_000_000;

    private final LogName log;
    private final OrderedCommits ordered;
    private final Delivery delivery;
    private final Positions positions;
    private final @Nullable MongoOperations readModels;
    private final LongSupplier nanos;

    /** @param readModels where a projection writes; {@code null} for a policy */
    LogFollower(
            LogName log,
            OrderedCommits ordered,
            Delivery delivery,
            Positions positions,
            @Nullable MongoOperations readModels) {
        this(log, ordered, delivery, positions, readModels, System::nanoTime);
    }

    LogFollower(
            LogName log,
            OrderedCommits ordered,
            Delivery delivery,
            Positions positions,
            @Nullable MongoOperations readModels,
            LongSupplier nanos) {
        this.readModels = readModels;
        this.nanos = nanos;
        this.log = log;
        this.ordered = ordered;
        this.delivery = delivery;
        this.positions = positions;
    }

    private String name() {
        return delivery.follower();
    }

    /** Tells it apart from the same projection or policy on another log. */
    String id() {
        return id(name(), log);
    }

    static String id(String component, LogName log) {
        return component + "@" + log;
    }

    String lease() {
        return FollowerLease.name(name(), log);
    }

    long position() {
        return positions.of(name(), log.lasting());
    }

    /**
     * Delivers one batch.
     *
     * @param after the position reached so far
     * @return the position reached now, already stored; the same when there is nothing new
     */
    long follow(long after, Claim claim) {
        List<Commit> commits = ordered.after(after, BATCH);
        delivery.beginBatch();
        if (readModels != null && commits.size() >= MANY) {
            try {
                return together(readModels, commits, after, claim);
            } catch (PendingWrites.Refused refused) {
                LOG.info("{} goes on one event after the other: {}", id(), refused.toString());
            }
        }
        return oneAfterTheOther(commits, after, claim);
    }

    private long together(MongoOperations mongo, List<Commit> commits, long after, Claim claim) {
        var reached = new AtomicLong(after);
        PendingWrites.together(
                mongo,
                () -> commits.stream().takeWhile(_ -> claim.held()).forEach(commit -> {
                    deliver(commit, after);
                    reached.set(commit.last());
                }));
        if (reached.get() > after) {
            positions.reached(name(), log.lasting(), reached.get());
        }
        return reached.get();
    }

    private long oneAfterTheOther(List<Commit> commits, long after, Claim claim) {
        long reached = after;
        long stored = after;
        long storedAt = nanos.getAsLong();
        try {
            for (Commit commit : commits) {
                if (!claim.held()) {
                    break;
                }
                deliver(commit, after);
                reached = commit.last();
                if (nanos.getAsLong() - storedAt > STORE_EVERY_NANOS) {
                    positions.reached(name(), log.lasting(), reached);
                    stored = reached;
                    storedAt = nanos.getAsLong();
                }
            }
        } finally {
            if (reached > stored) {
                positions.reached(name(), log.lasting(), reached);
            }
        }
        return reached;
    }

    private void deliver(Commit commit, long after) {
        long position = commit.position();
        for (StoredEvent event : commit.events()) {
            if (position > after && delivery.hears(event.name())) {
                delivery.deliver(Envelopes.of(log, commit, event, position));
            }
            position++;
        }
    }
}
