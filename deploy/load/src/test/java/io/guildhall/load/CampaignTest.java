package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.load.Campaign.Plan;
import io.guildhall.load.Campaign.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parts of the stack, and from half-way second instances of every service too, are killed with -9 under load. */
@Tag("long")
@ExtendWith(SharedStack.class)
class CampaignTest {

    private static final int KILLS = Integer.getInteger("guildhall.kill.kills", 40);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(12);

    /** How often each thing is done at least in 40 kills; not often, on a machine that has other work. */
    private static final Map<String, Integer> FEWEST = Map.ofEntries(
            Map.entry("communities", 75),
            Map.entry("offers", 24),
            Map.entry("orders", 24),
            Map.entry("refund", 1),
            Map.entry("courses", 3),
            Map.entry("grants", 3),
            Map.entry("completion", 18),
            Map.entry("rating", 18),
            Map.entry("answer", 18),
            Map.entry("messages", 48),
            Map.entry("rewording", 12),
            Map.entry("taking back", 3),
            Map.entry("appointment", 6),
            Map.entry("dismissal", 6),
            Map.entry("queries", 3),
            Map.entry("accounts", 9));

    private final LocalStack stack;

    CampaignTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostThoughPartsDieUnderLoad() throws IOException, InterruptedException {
        long seed = Long.getLong("guildhall.kill.seed", System.nanoTime());
        System.out.println("kills with seed " + seed + " (guildhall.kill.seed)");

        Result result = new Campaign(stack, new Plan(KILLS, seed, SHORTEST, LONGEST, true), _ -> {}).run();

        assertThat(result.clean()).as(result.toString()).isTrue();
        FEWEST.forEach((kind, fewest) ->
                assertThat(result.findings().done(kind)).as(kind).isGreaterThanOrEqualTo(fewest * KILLS / 40));
    }
}
