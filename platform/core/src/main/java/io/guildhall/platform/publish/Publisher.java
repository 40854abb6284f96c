package io.guildhall.platform.publish;

import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.LeasedWork;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.LogBroken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the publication of one log going on one of the instances at a time. */
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration STAND_BY = Duration.ofMillis(500);

    private final EventLog log;
    private final Leases leases;
    private final Publication publication;
    private final Progress progress;
    private final Opening opening;
    private final SetBackGuard guard;
    private final KafkaTopicWriter writer;
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private LeasedWork.@Nullable Standing standing;

    /** Makes the topic, and sees that it fits the log and holds what is stored as published; answers with its id. */
    interface Opening {
        Published open(EventLog log, Published published);
    }

    Publisher(
            EventLog log,
            Leases leases,
            Publication publication,
            Progress progress,
            Opening opening,
            SetBackGuard guard,
            KafkaTopicWriter writer) {
        this.log = log;
        this.leases = leases;
        this.publication = publication;
        this.progress = progress;
        this.opening = opening;
        this.guard = guard;
        this.writer = writer;
    }

    /** The position up to which the topic holds every event of the log. */
    public long position() {
        return progress.load().position();
    }

    /** How many events the topic does not hold yet. */
    public long lag() {
        return Math.max(0, log.reader().head() - position());
    }

    /** What stops publication at this moment, if anything does, or keeps this instance from appending. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble.get()).or(guard::trouble);
    }

    public EventLog log() {
        return log;
    }

    void start() {
        standing = leases.keep(leaseName(), LEASE, new Publishing());
    }

    private String leaseName() {
        return "publisher/" + log.name();
    }

    /** Takes publication away from whoever has it, until the lease is given back or ends. */
    Lease seize(Duration length) {
        return leases.seize(leaseName(), length);
    }

    /**
     * Lets publication begin at the first event again.
     *
     * @return false when the lease was taken away since
     */
    boolean beginAnew(Lease seized) {
        return progress.store(Published.NOTHING, seized.epoch());
    }

    private void publishWhile(Lease lease) throws InterruptedException {
        try {
            Published published = opening.open(log, progress.load());
            while (lease.held() && guard.trouble().isEmpty()) {
                if (!log.tail().awaitBeyond(published.position(), STAND_BY)) {
                    goesOn(published); // nothing waits
                    continue;
                }
                Optional<Published> reached = publication.publish(published, lease.epoch());
                if (reached.isEmpty()) {
                    return;
                }
                published = reached.get();
                goesOn(published);
            }
        } catch (LogBroken | TopicLost broken) {
            if (trouble.getAndSet(broken.getMessage()) == null) {
                LOG.error("The publication of {} stops", log.name(), broken);
            }
        } catch (RuntimeException | Error failure) {
            if (trouble.getAndSet(failure.toString()) == null) {
                LOG.warn(
                        "Publication of {} failed and starts again from what is stored: {}",
                        log.name(),
                        failure.toString());
            }
        } finally {
            writer.close();
        }
    }

    private void goesOn(Published published) {
        if (trouble.getAndSet(null) != null) {
            LOG.info("Publication of {} goes on at {}", log.name(), published.position());
        }
    }

    void stop() {
        if (standing != null) {
            standing.close();
            standing = null;
        }
    }

    private final class Publishing implements LeasedWork {

        @Override
        public void run(Lease lease) throws InterruptedException {
            publishWhile(lease);
        }

        @Override
        public void standsBy() {
            trouble.set(null);
            guard.lookUnlessItFits();
        }
    }
}
