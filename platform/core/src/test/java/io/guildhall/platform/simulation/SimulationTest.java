package io.guildhall.platform.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void keepsItsPromisesUnderEveryFault() {
        var coverage = new Coverage();
        int seeds = Integer.getInteger("guildhall.simulation.seeds", 500);
        long first = Long.getLong("guildhall.simulation.first", 0);
        for (long seed = first; seed < first + seeds; seed++) {
            var simulation = new Simulation(seed, seeds == 1);
            try {
                simulation.run();
            } catch (Violation violation) {
                simulation.diary().forEach(System.out::println);
                throw new AssertionError("seed " + seed, violation);
            }
            coverage.add(simulation.coverage());
        }
        System.out.println(coverage.table());
        assertThat(coverage.table()).isNotEmpty();
    }
}
