package io.guildhall.platform.follow;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings events to one follower, in order. What it cannot handle is parked with its stream and stops nothing else. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final String follower;
    private final Handlers handlers;
    private final DeadLetters letters;
    private Set<String> parked = new HashSet<>();

    Delivery(String follower, Handlers handlers, DeadLetters letters) {
        this.follower = follower;
        this.handlers = handlers;
        this.letters = letters;
    }

    String follower() {
        return follower;
    }

    /**
     * Looks which streams are parked; to be called before each batch of events. Whoever delivers to a follower is the
     * only one that parks its events, and an operator's release is seen by asking again about a stream that was parked.
     */
    void beginBatch() {
        parked = letters.parkedStreams(follower);
    }

    boolean hears(String eventName) {
        return handlers.hears(eventName);
    }

    /**
     * Returns when the event has had its effect or lies in the dead letters.
     *
     * @throws RuntimeException that {@linkplain PassingFailure passes}: it had no or half its effect and must be brought
     *     again
     */
    void deliver(Envelope envelope) {
        if (!handlers.hears(envelope.fact().name())) {
            return;
        }
        String streamId = envelope.fact().streamId();
        if (parked.contains(streamId) && letters.parked(follower, streamId)) {
            letters.park(follower, envelope, "waits behind an earlier event of its stream");
            return;
        }
        try {
            handlers.handle(envelope);
        } catch (RuntimeException failure) {
            if (PassingFailure.is(failure)) {
                throw failure;
            }
            LOG.error(
                    "{} could not handle {}, its stream is parked",
                    follower,
                    envelope.fact().position(),
                    failure);
            letters.park(follower, envelope, describe(failure));
            parked.add(streamId);
        }
    }

    /** Calls the handler of a parked event once more. */
    void again(Envelope envelope) {
        handlers.handle(envelope);
    }

    static String describe(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
