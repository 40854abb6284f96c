package io.guildhall.platform.testing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Runs a property over many drawn cases. A failing case names its seed; {@code -Dguildhall.seed=…} runs that one case
 * again.
 */
public final class Seeds {

    private static final String PROPERTY = "guildhall.seed";

    private Seeds() {}

    /** Checks the property for this number of cases, other ones in every run. */
    public static void check(int cases, Consumer<Draw> property) {
        Long fixed = Long.getLong(PROPERTY);
        if (fixed != null) {
            run(fixed, property);
            return;
        }
        long first = ThreadLocalRandom.current().nextLong(1L << 40);
        for (int i = 0; i < cases; i++) {
            run(first + i, property);
        }
    }

    private static void run(long seed, Consumer<Draw> property) {
        try {
            property.accept(new Draw(seed));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "failed with seed " + seed + " (again: -D" + PROPERTY + "=" + seed + "): " + failure.getMessage(),
                    failure);
        }
    }
}
