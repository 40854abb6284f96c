package io.guildhall.platform.follow;

import java.util.List;
import java.util.Optional;

/** Where an operator decides about dead letters: a stream's letters are handled in order, or one of them is dropped. */
public final class DeadLetterDesk {

    private final MongoDeadLetters letters;
    private final Components components;

    DeadLetterDesk(MongoDeadLetters letters, Components components) {
        this.letters = letters;
        this.components = components;
    }

    public List<DeadLetter> waiting(int limit) {
        return letters.waiting(limit);
    }

    public List<DeadLetter> dropped(int limit) {
        return letters.dropped(limit);
    }

    /**
     * Handles this letter's stream from its oldest letter on, and stops at the first that fails again.
     *
     * @return the letters of the stream that still wait
     */
    public List<DeadLetter> retry(DeadLetter letter, String actor) {
        Component component = components.follower(letter.follower()).orElse(null);
        if (component == null) {
            return letters.queueOf(letter);
        }
        var delivery = new Delivery(component.name(), component.handlers(), letters);
        List<DeadLetter> queue = letters.queueOf(letter);
        while (!queue.isEmpty() && handled(delivery, queue.getFirst(), actor)) {
            queue = letters.queueOf(letter); // events that arrived meanwhile were parked behind
        }
        return queue;
    }

    private boolean handled(Delivery delivery, DeadLetter letter, String actor) {
        Envelope envelope = letter.envelope();
        if (envelope == null) {
            return false;
        }
        try {
            delivery.again(envelope);
        } catch (RuntimeException failure) {
            letters.failedAgain(letter, Delivery.describe(failure));
            return false;
        }
        letters.handled(letter, actor);
        return true;
    }

    /** Gives one letter up: it will never be handled, and those behind it are handled next. */
    public List<DeadLetter> drop(DeadLetter letter, String actor, String reason) {
        letters.drop(letter, actor, reason);
        return retry(letter, actor);
    }

    public Optional<DeadLetter> find(String id) {
        return letters.find(id);
    }
}
