package io.guildhall.platform.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Everything that is left to chance in one run, drawn from its seed. Once calm, no fault happens any more. */
final class Chance {

    private final SplittableRandom random;
    private boolean calm;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    /** Whether a fault happens. */
    boolean fault(double probability) {
        return !calm && random.nextDouble() < probability;
    }

    boolean toss(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
