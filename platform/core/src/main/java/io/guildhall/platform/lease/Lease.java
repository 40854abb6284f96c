package io.guildhall.platform.lease;

import java.time.Duration;

/**
 * The right to do one thing alone, until it ends.
 *
 * <p>It counts as lost a fifth of its length before another may claim it, measured by this machine's own stopwatch.
 */
public final class Lease implements AutoCloseable {

    private final Leases leases;
    private final String name;
    private final String owner;
    private final long epoch;
    private final Duration length;
    private volatile long endNanos;
    private volatile boolean ended;

    Lease(Leases leases, String name, String owner, long epoch, Duration length, long askedNanos) {
        this.leases = leases;
        this.name = name;
        this.owner = owner;
        this.epoch = epoch;
        this.length = length;
        this.endNanos = askedNanos + safe(length);
    }

    public String name() {
        return name;
    }

    /** Grows with each owner; write it beside what the owner writes, and an owner of the past can be told. */
    public long epoch() {
        return epoch;
    }

    /** Whether the owner may go on; ask before each step, a lost lease never comes back. */
    public boolean held() {
        return !ended && System.nanoTime() - endNanos < 0;
    }

    /** Makes the lease run its full length from now; false when it is lost. */
    public boolean renew() {
        long asked = System.nanoTime();
        if (!held() || !leases.renew(this)) {
            ended = true;
            return false;
        }
        endNanos = asked + safe(length);
        return true;
    }

    /** Gives it back, so that another need not wait for its end. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            leases.release(this);
        }
    }

    String owner() {
        return owner;
    }

    Duration length() {
        return length;
    }

    private static long safe(Duration length) {
        return length.toNanos() / 5 * 4;
    }
}
