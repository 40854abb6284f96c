package io.guildhall.platform.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.slf4j.LoggerFactory;

/** The simulation can fail: whoever builds the log, the publisher, the inbox or a policy in a wrong way is caught. */
class VariationTest {

    private static final int MOST_SEEDS = 10_000;

    static {
        ((Logger) LoggerFactory.getLogger("io.guildhall.platform")).setLevel(Level.OFF);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void someSeedCatches(Variation variation) {
        Optional<String> caught = Optional.empty();
        for (long seed = 0; seed < MOST_SEEDS && caught.isEmpty(); seed++) {
            caught = violation(seed, Emphasis.WRITING, variation);
            if (caught.isEmpty()) {
                caught = violation(seed, Emphasis.EVERYTHING, variation);
            }
        }
        System.out.println(variation + ": " + caught.orElse("not caught"));
        assertThat(caught).isPresent();
    }

    private static Optional<String> violation(long seed, Emphasis emphasis, Variation variation) {
        try {
            new Simulation(seed, emphasis, variation, false).run();
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of("seed %d: %s".formatted(seed, violation.getMessage()));
        }
    }
}
