package io.guildhall.platform.restore;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.FollowerLease;
import io.guildhall.platform.follow.MongoPositions;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogBroken;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.publish.RestoreRunning;
import io.guildhall.platform.publish.SetBackGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restores the logs of this service from its topic, on the instance that was asked, while all refuse to append. What it
 * came to is stored, so that any instance tells it.
 */
public final class LogRestore {

    /** How far a restore is. */
    public enum State {
        NONE,
        RUNNING,
        DONE,
        /** Log and topic contradict each other, or the topic has a hole. */
        REFUSED,
        /** It broke off, and goes on when it is asked for again. */
        FAILED
    }

    /**
     * A restore of the logs.
     *
     * @param done positions that were compared or appended
     * @param total positions that the topic holds, as far as it is known
     * @param appended events that were appended by this call
     * @param reason why it was refused or broke off
     */
    public record RestoreProgress(
            State state,
            long done,
            long total,
            long appended,
            @Nullable String reason) {}

    private static final Logger LOG = LoggerFactory.getLogger(LogRestore.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String LEASE_NAME = "restore";
    private static final String ID = "log";

    private final ServiceName service;
    private final EventLogs logs;
    private final Leases leases;
    private final TopicReplay topics;
    private final SetBackGuard guard;
    private final MongoPositions positions;
    private final Runnable forgetSnapshots;
    private final MongoCollection<Document> restores;

    LogRestore(
            ServiceName service,
            EventLogs logs,
            Leases leases,
            TopicReplay topics,
            SetBackGuard guard,
            MongoPositions positions,
            Runnable forgetSnapshots,
            MongoDatabase database) {
        this.service = service;
        this.logs = logs;
        this.leases = leases;
        this.topics = topics;
        this.guard = guard;
        this.positions = positions;
        this.forgetSnapshots = forgetSnapshots;
        this.restores = database.getCollection("restores").withWriteConcern(WriteConcern.MAJORITY);
    }

    /** One that runs holds its lease: without it the instance that worked on it is gone. */
    public RestoreProgress progress() {
        boolean held = leases.isHeld(LEASE_NAME);
        Document found = restores.find(Filters.eq("_id", ID)).first();
        if (found == null) {
            return new RestoreProgress(State.NONE, 0, 0, 0, null);
        }
        State state = State.valueOf(found.getString("state"));
        boolean gone = state == State.RUNNING && !held;
        return new RestoreProgress(
                gone ? State.FAILED : state,
                found.getLong("done"),
                found.getLong("total"),
                found.getLong("appended"),
                gone ? "The instance that worked on it is gone" : found.getString("reason"));
    }

    /**
     * Begins and returns; {@link #progress} tells how it goes.
     *
     * @throws RestoreRunning when another restore of this service has not ended
     */
    public RestoreProgress begin() {
        Lease lease = leases.claim(LEASE_NAME, LEASE).orElseThrow(RestoreRunning::new);
        RestoreProgress begun = new RestoreProgress(State.RUNNING, 0, 0, 0, null);
        try {
            store(begun);
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
        Thread.ofPlatform().daemon().name("restore").start(() -> run(lease));
        return begun;
    }

    private void run(Lease lease) {
        try (lease) {
            run(new Run(lease));
        }
    }

    private void run(Run run) {
        try {
            guard.fits();
            for (EventLog log : logs.all()) {
                run.restore(log);
            }
            if (!guard.fits()) {
                throw new NotRestorable("The topic holds what its logs do not");
            }
            run.ends(State.DONE, null);
        } catch (NotRestorable | LogBroken refused) {
            LOG.error("The logs of {} cannot be restored", service, refused);
            run.ends(State.REFUSED, refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("The restore of the logs of {} broke off", service, failure);
            run.ends(State.FAILED, failure.toString());
        }
    }

    /**
     * Who follows this log may know of events that were never published, and so are no more: he would pass those that bear
     * their positions next. What he made of them shows in a verification. Whoever follows as one of them knows that he lost
     * his lease at the latest when it would have ended.
     */
    private void bringBackWhoIsBeyond(EventLog log, long end) {
        String lasting = log.name().lasting();
        List<Lease> seized = new ArrayList<>();
        try {
            for (String follower : positions.beyond(lasting, end)) {
                LOG.warn("{} was beyond the end of {}, {}", follower, log.name(), end);
                seized.add(leases.seize(FollowerLease.name(follower, log.name()), LEASE));
                positions.backTo(follower, lasting, end);
            }
            if (!seized.isEmpty()) {
                Thread.sleep(FollowerLease.LENGTH);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("The restore was interrupted", interrupted);
        } finally {
            seized.forEach(Lease::close);
        }
    }

    private void store(RestoreProgress progress) {
        var document = new Document("_id", ID)
                .append("state", progress.state().name())
                .append("done", progress.done())
                .append("total", progress.total())
                .append("appended", progress.appended())
                .append("reason", progress.reason());
        restores.replaceOne(Filters.eq("_id", ID), document, new ReplaceOptions().upsert(true));
    }

    private final class Run {

        private final Lease lease;
        private long renewed = System.nanoTime();
        private long before;
        private long done;
        private long total;
        private long appended;

        Run(Lease lease) {
            this.lease = lease;
        }

        void restore(EventLog log) {
            long missing = guard.missing();
            total = before + log.reader().head() + missing;
            try (var events = new TopicEvents(log.name(), service.topic(), topics, this::goesOn)) {
                appended += new LogFromTopic(logs, log, events, this::reached, end -> {
                            forgetSnapshots.run();
                            bringBackWhoIsBeyond(log, end);
                        })
                        .run();
            }
            before += log.reader().head();
        }

        /** To be called often. */
        private void goesOn() {
            if (System.nanoTime() - renewed > LEASE.dividedBy(6).toNanos()) {
                if (!lease.renew()) {
                    throw new StoreUnavailable("The lease is lost", new IllegalStateException());
                }
                renewed = System.nanoTime();
            }
        }

        private void reached(long position) {
            goesOn();
            done = before + position;
            total = Math.max(total, done);
            store(new RestoreProgress(State.RUNNING, done, total, appended, null));
        }

        void ends(State state, @Nullable String reason) {
            try {
                store(new RestoreProgress(state, done, total, appended, reason));
            } catch (RuntimeException untold) {
                LOG.warn("What the restore came to is not told: {}", untold.toString());
            }
        }
    }
}
