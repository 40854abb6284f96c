package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parts of the stack are killed with -9 while communities are founded; afterwards every count of the checker is 0. */
@Tag("long")
@ExtendWith(SharedStack.class)
class KillTest {

    private static final int KILLS = 12;
    private static final List<String> VICTIMS = List.of("community-service", "store", "broker", "member-service");

    private final LocalStack stack;

    KillTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostThoughPartsDieUnderLoad() throws IOException, InterruptedException {
        long seed = Long.getLong("guildhall.kill.seed", System.nanoTime());
        System.out.println("kills with seed " + seed + " (guildhall.kill.seed)");
        var load = new FoundingLoad(stack, List.of(stack::owner));
        try (load) {
            killEachInTurn(load, new SplittableRandom(seed));
        }

        Findings findings = load.check();

        assertThat(load.surprises()).isEmpty();
        assertThat(findings.clean()).as(findings.toString()).isTrue();
        assertThat(load.acknowledged()).isGreaterThan(KILLS * 5);
    }

    private void killEachInTurn(FoundingLoad load, SplittableRandom random) {
        for (int kill = 0; kill < KILLS; kill++) {
            int enough = load.acknowledged() + 5 + random.nextInt(20);
            await().atMost(Duration.ofMinutes(2)).until(() -> load.acknowledged() >= enough);
            String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
            int restarts = stack.restarts(victim);
            stack.kill(victim);
            stack.awaitReady(victim, restarts + 1);
        }
    }
}
