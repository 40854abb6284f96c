package io.guildhall.platform.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims a lease again and again, runs the work while it is held, and renews it meanwhile; no error ends that. */
final class LeaseKeeper implements LeasedWork.Standing {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Leases leases;
    private final String name;
    private final Duration length;
    private final LeasedWork work;
    private final Thread worker;
    private volatile boolean closed;
    private volatile @Nullable Lease current;

    LeaseKeeper(Leases leases, String name, Duration length, LeasedWork work) {
        this.leases = leases;
        this.name = name;
        this.length = length;
        this.work = work;
        this.worker = Thread.ofPlatform().daemon().name("lease-" + name).unstarted(this::standBy);
    }

    LeaseKeeper start() {
        worker.start();
        return this;
    }

    @Override
    public boolean active() {
        Lease lease = current;
        return lease != null && lease.held();
    }

    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            if (!worker.join(LONGEST_STOP)) {
                LOG.warn("The work under the lease {} does not end; its lease ends by itself", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void standBy() {
        while (!closed) {
            try {
                Optional<Lease> claimed = leases.claim(name, length);
                if (claimed.isPresent()) {
                    work(claimed.get());
                } else {
                    work.standsBy();
                }
            } catch (InterruptedException e) {
                LOG.debug("The work under the lease {} was interrupted", name);
            } catch (Exception | Error e) {
                if (!closed) {
                    LOG.warn("The work under the lease {} ended and is taken up again", name, e);
                }
            }
            pause();
        }
    }

    private void work(Lease lease) throws Exception {
        current = lease;
        Thread renewer = Thread.ofVirtual().name("renew-" + name).start(() -> renew(lease));
        LOG.info("Took the lease {} (epoch {})", name, lease.epoch());
        try {
            work.run(lease);
        } finally {
            current = null;
            renewer.interrupt();
            joinFully(renewer);
            lease.close();
            LOG.info("Left the lease {} (epoch {})", name, lease.epoch());
        }
    }

    /** Waits for the renewer even when interrupted, so that no late interrupt of its own meets the next work. */
    private static void joinFully(Thread renewer) {
        boolean ended = false;
        while (!ended) {
            try {
                renewer.join();
                ended = true;
            } catch (InterruptedException e) {
                LOG.trace("Interrupted while a renewer ends");
            }
        }
        Thread.interrupted();
    }

    private void renew(Lease lease) {
        try {
            while (lease.held()) {
                Thread.sleep(length.dividedBy(4));
                renewOnce(lease);
            }
            worker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewOnce(Lease lease) {
        try {
            lease.renew();
        } catch (RuntimeException | Error e) {
            LOG.warn("The lease {} was not renewed: {}", name, e.toString());
        }
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            long quarter = length.toMillis() / 4;
            Thread.sleep(quarter / 2 + ThreadLocalRandom.current().nextLong(quarter + 1));
        } catch (InterruptedException e) {
            LOG.trace("The pause before the next claim of {} is over early", name);
        }
    }
}
