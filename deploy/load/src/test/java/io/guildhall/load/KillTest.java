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
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every part of the stack is killed with -9, while people found, buy, subscribe, learn and talk, and
 * the provider lies; afterwards every count is 0. */
@Tag("long")
@ExtendWith(SharedStack.class)
class KillTest {

    /** Of eight parts each, three or two at once: 24 kills, unless somebody asks for more. */
    private static final int AT_ONCE = 3;

    private static final int ROUNDS = Integer.getInteger("guildhall.kill.rounds", 3);

    private static final Duration MORE_THAN_A_TERM = Duration.ofDays(32);

    /** How often each thing is done at least in a round; not often, on a machine that has other work. */
    private static final Map<String, Integer> FEWEST = Map.of(
            "communities", 25, "offers", 8, "orders", 8, "courses", 1, "grants", 1, "completion", 6, "messages", 16);

    private final LocalStack stack;

    KillTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostThoughPartsDieUnderLoad() throws IOException, InterruptedException {
        long seed = Long.getLong("guildhall.kill.seed", System.nanoTime());
        System.out.println("kills with seed " + seed + " (guildhall.kill.seed)");
        List<GuildhallClient> members = register("Cai", "Dora");
        List<GuildhallClient> subscribers = register("Emil", "Fay", "Gus");
        Hall school = Hall.found(stack, "A hall with a school");
        school.publishCourse();
        var time = new HouseTime(stack);
        var callers = new Callers();
        try (var requests = new Requests()) {
            var check = new HouseCheck(stack);
            BuyingLoad buying;
            SubscribingLoad subscribing;
            LearningLoad learning;
            TalkingLoad talking;
            try (callers) {
                subscribing = new SubscribingLoad(stack, requests, callers, time, subscribers, seed);
                buying = new BuyingLoad(stack, requests, callers, time, members, seed);
                learning = new LearningLoad(stack, requests, callers, school, members);
                talking = new TalkingLoad(stack, requests, callers, members);
                var founding = new FoundingLoad(stack, requests, callers, List.of(stack::owner));
                killSomeAtOnce(founding, time, new Random(seed));
            }
            assertThat(callers.surprises()).isEmpty();
            buying.settles();
            subscribing.settles();
            stack.awaitQuiet();
            learning.settles();
            talking.settles();
            Findings findings = check.of(requests);

            assertThat(findings.clean()).as(findings.toString()).isTrue();
            FEWEST.forEach(
                    (kind, fewest) -> assertThat(findings.done(kind)).as(kind).isGreaterThanOrEqualTo(fewest * ROUNDS));
        }
    }

    private List<GuildhallClient> register(String... names) throws InterruptedException {
        var newcomers = new Newcomers(stack);
        List<GuildhallClient> members = new ArrayList<>();
        for (String name : names) {
            members.add(newcomers.register(name.toLowerCase(Locale.ROOT) + "@kill.example.org", name));
        }
        return members;
    }

    private void killSomeAtOnce(FoundingLoad load, HouseTime time, Random random) {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> victims = new ArrayList<>(Parts.names());
            Collections.shuffle(victims, random);
            for (int at = 0; at < victims.size(); at += AT_ONCE) {
                int enough = load.founded() + 5 + random.nextInt(20);
                await().atMost(Duration.ofMinutes(5)).until(() -> load.founded() >= enough);
                if (at <= AT_ONCE) {
                    time.forward(MORE_THAN_A_TERM); // the parts die while plans are renewed
                }
                kill(victims.subList(at, Math.min(at + AT_ONCE, victims.size())));
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
