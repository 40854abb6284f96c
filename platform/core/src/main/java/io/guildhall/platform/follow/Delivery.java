package io.guildhall.platform.follow;

import io.guildhall.platform.log.LogPosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Brings events to one follower, in order. What it cannot handle is parked with its stream and stops nothing else. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /**
     * So often an event may meet what passes by itself; then, if the store answers and takes the dead letter, it lies in
     * the event. An inbox takes half a second for each, since the fetch that waits for news must return first: 3 s.
     */
    static final int MOST_TRIES = 6;

    private static final int LONGEST_REASON = 1_000;

    private final String follower;
    private final Handlers handlers;
    private final DeadLetters letters;
    private final Map<LogPosition, Integer> tries = new HashMap<>();
    private Set<String> parked = new HashSet<>();
    private Set<String> givenUp = Set.of();
    private boolean looked;

    Delivery(String follower, Handlers handlers, DeadLetters letters) {
        this.follower = follower;
        this.handlers = handlers;
        this.letters = letters;
    }

    String follower() {
        return follower;
    }

    /** Lets it look again what is parked; to be called before each batch of events. */
    void beginBatch() {
        looked = false;
    }

    /**
     * Looks which streams are parked, and what was given up for an earlier edition, before the first event of a batch that
     * is heard. Whoever delivers to a follower is the only one that parks its events, and an operator's release is seen by
     * asking again about a stream that was parked.
     */
    private void look() {
        if (!looked) {
            parked = new HashSet<>(letters.parkedStreams(follower));
            givenUp = letters.givenUpBefore(follower);
            looked = true;
        }
    }

    boolean hears(String eventName) {
        return handlers.hears(eventName);
    }

    /**
     * Returns when the event has had its effect or lies in the dead letters.
     *
     * @throws RuntimeException that {@linkplain PassingFailure passes}: it had no or half its effect and must be brought
     *     again. What passes for no more than this event is parked in the end
     */
    void deliver(Envelope envelope) {
        if (!handlers.hears(envelope.fact().name())) {
            return;
        }
        look();
        LogPosition position = envelope.fact().position();
        if (givenUp.contains(position.toString())) {
            letters.passOver(follower, envelope);
            return;
        }
        String streamId = envelope.fact().streamId();
        if (parked.contains(streamId) && letters.parked(follower, streamId)) {
            letters.park(follower, envelope, "waits behind an earlier event of its stream");
            return;
        }
        boolean stays = staysThoughTheStoreAnswers(position, streamId);
        try {
            handlers.handle(envelope);
        } catch (RuntimeException failure) {
            if (PassingFailure.isOfAllEvents(failure)) {
                throw failure;
            }
            if (Thread.currentThread().isInterrupted() || (!stays && PassingFailure.is(failure))) {
                tries.merge(position, 1, Integer::sum);
                throw failure;
            }
            letters.park(follower, envelope, describe(failure));
            parked.add(streamId);
            log(position, failure);
        }
        tries.remove(position);
    }

    /** An event that never gets through would hold all behind it; where the store is away, this fails like the event. */
    private boolean staysThoughTheStoreAnswers(LogPosition position, String streamId) {
        if (tries.getOrDefault(position, 0) < MOST_TRIES) {
            return false;
        }
        letters.parked(follower, streamId);
        return true;
    }

    private void log(LogPosition position, RuntimeException failure) {
        String parks = "{} could not handle {}, its stream is parked";
        try {
            LOG.error(parks, follower, position, failure);
        } catch (RuntimeException untold) {
            LOG.error(parks + ": {}", follower, position, describe(failure)); // it cannot even say what it is
        }
    }

    /** Calls the handler of a parked event once more. */
    void again(Envelope envelope) {
        handlers.handle(envelope);
    }

    /** Its kind and what it says, at most {@value #LONGEST_REASON} characters of that. */
    static String describe(Throwable failure) {
        String message = message(failure);
        String kind = failure.getClass().getSimpleName();
        return (kind.isEmpty() ? failure.getClass().getName() : kind)
                + (message == null ? "" : ": " + shortened(message));
    }

    private static @Nullable String message(Throwable failure) {
        try {
            return failure instanceof JacksonException unread
                    ? unread.getOriginalMessage() + place(unread)
                    : failure.getMessage();
        } catch (RuntimeException untold) {
            return "what it says cannot be read";
        }
    }

    /** Where in the JSON, as a pointer. */
    private static String place(JacksonException unread) {
        return unread.getPath().isEmpty()
                ? ""
                : unread.getPath().stream()
                        .map(step -> step.getPropertyName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getPropertyName())
                        .collect(Collectors.joining("/", " at /", ""));
    }

    static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + " …";
    }
}
