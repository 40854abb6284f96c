package io.guildhall.platform.follow;

import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.Leases;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The label of editions that one verification alone writes, held by a lease: the first number that nobody holds, so that
 * what a verification left that was killed bears the label of a later one.
 */
final class Scratch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final String LABEL = "verify-";
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final Lease lease;
    private final String label;
    private final Thread renewing;

    private Scratch(Lease lease, String label) {
        this.lease = lease;
        this.label = label;
        this.renewing = Thread.ofVirtual().name("renew-" + lease.name()).start(this::renew);
    }

    static Scratch take(Leases leases) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> take(leases, LABEL + number))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Empty where a verification runs that holds it. */
    static Optional<Scratch> take(Leases leases, String label) {
        return leases.claim("verify/" + label, LENGTH).map(lease -> new Scratch(lease, label));
    }

    /** The label of the edition in which this collection is, where a verification made it. */
    static Optional<String> labelOf(String collection) {
        int dot = collection.lastIndexOf('.');
        return Optional.of(collection.substring(dot + 1)).filter(label -> dot > 0 && label.startsWith(LABEL));
    }

    Edition edition(Component projection) {
        return new Edition(projection.name(), label);
    }

    /** @throws IllegalStateException where this stood still for so long that another may have removed what it wrote */
    void requireHeld() {
        if (!lease.held()) {
            throw new IllegalStateException("The verification stood still for too long; start it again");
        }
    }

    private void renew() {
        try {
            while (lease.held()) {
                Thread.sleep(LENGTH.dividedBy(4));
                renewOnce();
            }
        } catch (InterruptedException _) {
            LOG.debug("{} is renewed no more", lease.name());
        }
    }

    private void renewOnce() {
        try {
            lease.renew();
        } catch (RuntimeException failure) {
            LOG.warn("The lease {} was not renewed: {}", lease.name(), failure.toString());
        }
    }

    @Override
    public void close() {
        renewing.interrupt();
        lease.close();
    }
}
