package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import java.util.List;
import java.util.function.LongSupplier;

/** One projection or policy on the own log: reads by position, delivers, then remembers how far it has come. */
final class LogFollower {

    private static final int BATCH = 200;
    private static final long STORE_EVERY_NANOS = 50_000_000;

    private final ServiceName service;
    private final LogReader reader;
    private final Delivery delivery;
    private final Positions positions;
    private final LongSupplier nanos;

    LogFollower(ServiceName service, LogReader reader, Delivery delivery, Positions positions) {
        this(service, reader, delivery, positions, System::nanoTime);
    }

    LogFollower(ServiceName service, LogReader reader, Delivery delivery, Positions positions, LongSupplier nanos) {
        this.nanos = nanos;
        this.service = service;
        this.reader = reader;
        this.delivery = delivery;
        this.positions = positions;
    }

    String name() {
        return delivery.follower();
    }

    long position() {
        return positions.of(name(), service.log());
    }

    /**
     * Delivers one batch.
     *
     * @param after the position reached so far
     * @return the position reached now, already stored; the same when there is nothing new
     */
    long follow(long after, Claim claim) {
        List<Commit> commits = reader.after(after, BATCH);
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
                    positions.reached(name(), service.log(), reached);
                    stored = reached;
                    storedAt = nanos.getAsLong();
                }
            }
        } finally {
            if (reached > stored) {
                positions.reached(name(), service.log(), reached);
            }
        }
        return reached;
    }

    private void deliver(Commit commit, long after) {
        long position = commit.position();
        for (StoredEvent event : commit.events()) {
            if (position > after && delivery.hears(event.name())) {
                delivery.deliver(Envelopes.of(service, commit, event, position));
            }
            position++;
        }
    }
}
