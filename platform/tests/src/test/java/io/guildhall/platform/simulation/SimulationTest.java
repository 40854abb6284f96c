package io.guildhall.platform.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Runs many seeds. {@code -Dguildhall.simulation.seeds=n} runs other than 500 in {@link #keepsItsPromises},
 * {@code -Dguildhall.simulation.first=n} begins elsewhere; the diary of the first seed that fails is left in
 * {@code target/simulation.txt}.
 */
class SimulationTest {

    private static final int MANY = 10_000;
    private static final int MOST_FAILURES = 5;

    static {
        ((Logger) LoggerFactory.getLogger("io.guildhall.platform")).setLevel(Level.OFF);
    }

    @Test
    void keepsItsPromises() throws IOException {
        long first = Long.getLong("guildhall.simulation.first", 0);
        run(LongStream.range(first, first + Integer.getInteger("guildhall.simulation.seeds", 500)));
    }

    @Test
    @Tag("long")
    void keepsItsPromisesForMoreSeedsAndMeetsEveryFaultInEveryPhase() throws IOException {
        Coverage coverage = run(LongStream.range(0, MANY));
        System.out.println(coverage.table());
        assertThat(MustMeet.missing(coverage)).isEmpty();
    }

    @Test
    void keepsItsPromisesForEverySeedThatOnceFailed() throws IOException {
        try (InputStream kept = Objects.requireNonNull(SimulationTest.class.getResourceAsStream("/seeds.txt"))) {
            run(new String(kept.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .mapToLong(Long::parseLong));
        }
    }

    @Test
    void tellsTheSameStoryAgainForTheSameSeed() {
        assertThat(diary(42)).hasSizeGreaterThan(20).isEqualTo(diary(42));
    }

    private static List<String> diary(long seed) {
        var simulation = new Simulation(seed, Variation.NONE, true);
        simulation.run();
        return simulation.diary();
    }

    private static Coverage run(LongStream seeds) throws IOException {
        var coverage = new Coverage();
        List<String> failures = new ArrayList<>();
        for (long seed : seeds.toArray()) {
            var simulation = new Simulation(seed, Variation.NONE, false);
            try {
                simulation.run();
                coverage.add(simulation.coverage());
            } catch (Violation violation) {
                failures.add(seed + " # " + violation.getMessage());
                if (failures.size() == 1) {
                    tellAgain(seed);
                }
            }
            if (failures.size() == MOST_FAILURES) {
                break;
            }
        }
        assertThat(failures)
                .as("failing seeds; keep them in src/test/resources/seeds.txt")
                .isEmpty();
        return coverage;
    }

    private static void tellAgain(long seed) throws IOException {
        var simulation = new Simulation(seed, Variation.NONE, true);
        try {
            simulation.run();
        } catch (Violation violation) {
            simulation.diary().add(violation.getMessage());
        }
        Files.write(Path.of("target/simulation.txt"), simulation.diary());
    }
}
