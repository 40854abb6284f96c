package io.guildhall.platform.publish;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.LogBroken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a lost topic anew and has the logs published again from their first event on; consumers tell the new topic by its
 * id and pass what they know. Broken off anywhere it can be asked for again, and what is published twice is passed.
 */
public final class TopicRestore {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRestore.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ServiceName service;
    private final Leases leases;
    private final Topics topics;
    private final SetBackGuard guard;
    private final Publishers publishers;

    TopicRestore(ServiceName service, Leases leases, Topics topics, SetBackGuard guard, Publishers publishers) {
        this.service = service;
        this.leases = leases;
        this.topics = topics;
        this.guard = guard;
        this.publishers = publishers;
    }

    /**
     * Returns when publication begins anew.
     *
     * @throws RestoreRunning when another one has not ended
     * @throws TopicKnowsMore when the topic is the only one that holds some event
     * @throws PublishFailed when the broker does not answer
     */
    public void begin() {
        try (Lease restoring = leases.claim("restore", LEASE).orElseThrow(RestoreRunning::new)) {
            requireNothingOfItsOwn();
            LOG.info("Topic {} is made anew", service.topic());
            List<Lease> seized = new ArrayList<>();
            try {
                publishers.all().forEach(publisher -> seized.add(publisher.seize(LEASE)));
                if (!restoring.renew()) {
                    throw new RestoreRunning();
                }
                topics.makeAnew(service.topic());
                for (int log = 0; log < seized.size(); log++) {
                    if (!publishers.all().get(log).beginAnew(seized.get(log))) {
                        throw new RestoreRunning();
                    }
                }
            } finally {
                seized.forEach(Lease::close);
            }
        }
    }

    /** Else what only the topic knows would be gone for good. */
    private void requireNothingOfItsOwn() {
        try {
            guard.look();
        } catch (LogBroken setBack) {
            throw new TopicKnowsMore(String.valueOf(setBack.getMessage()));
        }
    }
}
