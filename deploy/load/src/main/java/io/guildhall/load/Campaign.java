package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.load.Killer.Death;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Kills processes of a stack while a crowd uses it, lets everything come to rest, and counts what went wrong. Time goes on
 * by months meanwhile, so that plans are renewed as parts die.
 */
final class Campaign {

    private static final Duration MORE_THAN_A_TERM = Duration.ofDays(32);
    private static final int MOST_MONTHS = 6;
    private static final int MOST_AT_ONCE = 3;

    /** So many operations begin between two moments at least: with parts away all the time, nobody would do anything. */
    private static final int FEWEST_BETWEEN = 10;

    private static final Duration LONGEST_LULL = Duration.ofMinutes(5);

    /**
     * @param kills up to three of them fall in the same moment
     * @param seed of all that is left to chance
     * @param shortest time between two moments, and {@code longest}
     * @param doubled whether there are two instances of every service for the second half of the kills
     */
    record Plan(int kills, long seed, Duration shortest, Duration longest, boolean doubled) {}

    /** @param killed so far */
    record Far(String doing, int killed, int operations) {}

    /** @param wrongs what is not as somebody was told, and what no fault explains, beside the checker's counts */
    record Result(Findings findings, List<String> wrongs, List<Death> deaths) {

        boolean clean() {
            return wrongs.isEmpty() && findings.clean();
        }

        @Override
        public String toString() {
            return findings + "\n" + deaths.size() + " kills\n" + String.join("\n", wrongs);
        }
    }

    private final LocalStack stack;
    private final Plan plan;
    private final Consumer<Far> told;
    private final Random random;
    private final HouseTime time;
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final List<Thread> months = new ArrayList<>();
    private int killed;

    Campaign(LocalStack stack, Plan plan, Consumer<Far> told) {
        this.stack = stack;
        this.plan = plan;
        this.told = told;
        this.random = new Random(plan.seed());
        this.time = new HouseTime(stack);
    }

    Result run() throws IOException, InterruptedException {
        var callers = new Callers();
        try (var requests = new Requests();
                var doubles = new Doubles(stack)) {
            tell("people arrive", requests);
            var crowd = new Crowd(stack);
            var check = new HouseCheck(stack);
            var killer = new Killer(
                    random,
                    Parts.names().stream()
                            .map(part -> new StackPart(stack, part))
                            .toList());
            try (callers) {
                crowd.begin(requests, callers, time, plan.seed());
                killAll(killer, doubles, requests);
            }
            tell("everything comes to rest", requests);
            List<Death> deaths = killer.deaths();
            if (deaths.size() < plan.kills()) {
                wrongs.add((plan.kills() - deaths.size()) + " of those who were killed did not come back");
            }
            wrongs.addAll(callers.surprises());
            wrongs.addAll(crowd.wrongs());
            wrongs.addAll(time.disagreements());
            tell("everything is counted", requests);
            return new Result(check.of(requests), List.copyOf(wrongs), deaths);
        }
    }

    private void killAll(Killer killer, Doubles doubles, Requests requests) throws InterruptedException {
        boolean begun = false;
        boolean joined = false;
        int asked = requests.asked();
        int killsAMonth = Math.max(1, plan.kills() / MOST_MONTHS);
        while (killed < plan.kills()) {
            Requests.rest(pause());
            int enough = asked + FEWEST_BETWEEN;
            await().atMost(LONGEST_LULL).until(() -> requests.asked() >= enough);
            if (killed >= months.size() * killsAMonth && months.size() < MOST_MONTHS) {
                months.add(Thread.ofVirtual().start(this::passAMonth));
            }
            if (plan.doubled() && !begun && killed >= plan.kills() / 4) {
                doubles.start();
                begun = true;
            }
            if (begun && !joined && killed >= plan.kills() / 2) {
                killer.add(doubles.arrived());
                joined = true;
            }
            int atOnce = Math.min(1 + random.nextInt(MOST_AT_ONCE), plan.kills() - killed);
            killer.kill(atOnce);
            asked = requests.asked();
            killed += atOnce;
            tell("parts are killed", requests);
        }
        for (Thread month : months) {
            month.join();
        }
        killer.deaths();
    }

    private Duration pause() {
        long span = plan.longest().minus(plan.shortest()).toMillis();
        return plan.shortest().plusMillis(random.nextLong(span + 1));
    }

    private void passAMonth() {
        try {
            time.forward(MORE_THAN_A_TERM);
        } catch (RuntimeException | AssertionError wrong) {
            wrongs.add("time: " + wrong.getMessage());
        }
    }

    private void tell(String doing, Requests requests) {
        told.accept(new Far(doing, killed, requests.asked()));
    }
}
