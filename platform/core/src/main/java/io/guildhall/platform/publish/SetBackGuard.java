package io.guildhall.platform.publish;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogBroken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one rule for logs that were set back: nothing is published and nothing appended while the topic knows more. Each
 * instance looks when it starts, and where it publishes; one that found it so, or got no answer, looks again until it is
 * otherwise. A broker that is away hinders no command.
 */
public final class SetBackGuard {

    private static final Logger LOG = LoggerFactory.getLogger(SetBackGuard.class);
    private static final Duration AT_START = Duration.ofSeconds(5);

    private final ServiceName service;
    private final EventLogs logs;
    private final Topics topics;
    private final TopicTail tail;
    private volatile boolean fits;
    private volatile long missing;
    private volatile @Nullable String refusing;

    SetBackGuard(ServiceName service, EventLogs logs, Topics topics, TopicTail tail) {
        this.service = service;
        this.logs = logs;
        this.topics = topics;
        this.tail = tail;
    }

    /** Why nothing is appended at this moment. */
    Optional<String> trouble() {
        return Optional.ofNullable(refusing);
    }

    /** How many events the topic has beyond the end of a log, as it was seen last. */
    public long missing() {
        return missing;
    }

    /**
     * Makes the topic where there is none, and looks at it.
     *
     * @return the newest positions in the topic, see {@link TopicTail#requireIn}
     * @throws LogBroken when the topic holds an event that its log does not
     * @throws PublishFailed when the broker does not answer
     */
    synchronized Map<String, Long> look() {
        try {
            topics.ensure(service.topic());
            Map<String, Long> newest = tail.requireIn(logs, service.topic());
            is(true, 0, null);
            return newest;
        } catch (BehindTopic behind) {
            is(false, behind.missing(), behind.getMessage());
            throw behind;
        }
    }

    private void is(boolean fitting, long events, @Nullable String why) {
        fits = fitting;
        missing = events;
        refusing = why;
        logs.refuse(why);
    }

    /**
     * Looks anew.
     *
     * @return whether the logs hold all that the topic does
     * @throws PublishFailed when the broker does not answer
     */
    public boolean fits() {
        try {
            look();
        } catch (BehindTopic behind) {
            LOG.debug("{}", behind.getMessage());
        }
        return fits;
    }

    /** Before anything is served; not for long where the broker is away. */
    void lookAtStart() {
        try {
            Thread.ofVirtual().start(this::lookUnlessItFits).join(AT_START);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void lookUnlessItFits() {
        if (fits) {
            return;
        }
        try {
            look();
        } catch (RuntimeException unfit) {
            LOG.debug("The topic of {} is looked at again: {}", service, unfit.toString());
        }
    }
}
