package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every part of the stack is killed with -9, while people found, buy and pay; afterwards every count is 0. */
@Tag("long")
@ExtendWith(SharedStack.class)
class KillTest {

    /** Of eight parts each, two at once: 24 kills. */
    private static final int ROUNDS = 3;

    private final LocalStack stack;

    KillTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostThoughPartsDieUnderLoad() throws IOException, InterruptedException {
        long seed = Long.getLong("guildhall.kill.seed", System.nanoTime());
        System.out.println("kills with seed " + seed + " (guildhall.kill.seed)");
        var newcomers = new Newcomers(stack);
        List<GuildhallClient> buyers = List.of(
                newcomers.register("buyer1@example.org", "Cai"), newcomers.register("buyer2@example.org", "Dora"));
        var callers = new Callers();
        try (var requests = new Requests()) {
            var check = new HouseCheck(stack);
            BuyingLoad buying;
            FoundingLoad founding;
            try (callers) {
                buying = new BuyingLoad(stack, requests, callers, buyers, seed);
                founding = new FoundingLoad(stack, requests, callers, List.of(stack::owner));
                killTwoByTwo(founding, new Random(seed));
            }
            buying.settles();
            Findings findings = check.of(requests);

            assertThat(callers.surprises()).isEmpty();
            assertThat(findings.clean()).as(findings.toString()).isTrue();
            assertThat(founding.founded()).isGreaterThan(100);
            assertThat(buying.bought()).isGreaterThan(24);
            System.out.println(founding.founded() + " communities founded, " + buying.bought() + " orders paid");
        }
    }

    private void killTwoByTwo(FoundingLoad load, Random random) {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> victims = new ArrayList<>(Parts.names());
            Collections.shuffle(victims, random);
            for (int at = 0; at < victims.size(); at += 2) {
                int enough = load.founded() + 5 + random.nextInt(20);
                await().atMost(Duration.ofMinutes(2)).until(() -> load.founded() >= enough);
                kill(victims.subList(at, at + 2));
            }
        }
    }

    private void kill(List<String> victims) {
        Map<String, Integer> restarts =
                victims.stream().collect(Collectors.toMap(Function.identity(), stack::restarts));
        victims.forEach(stack::kill);
        restarts.forEach((victim, before) -> stack.awaitReady(victim, before + 1));
    }
}
