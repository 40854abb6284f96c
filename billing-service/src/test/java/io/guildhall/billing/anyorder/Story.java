package io.guildhall.billing.anyorder;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** What somebody does, one step after the other; a step that cannot be done yet is tried again later. */
final class Story {

    private final Deque<BooleanSupplier> steps = new ArrayDeque<>();

    /** @param step answers whether it is done */
    Story then(BooleanSupplier step) {
        steps.add(step);
        return this;
    }

    boolean over() {
        return steps.isEmpty();
    }

    /** Tries the next step; false where it cannot be done yet. */
    boolean goOn() {
        boolean done = steps.element().getAsBoolean();
        if (done) {
            steps.remove();
        }
        return done;
    }
}
