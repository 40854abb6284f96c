package io.guildhall.load;

import io.guildhall.load.Campaign.Far;
import io.guildhall.load.Campaign.Plan;
import io.guildhall.load.Campaign.Result;
import io.guildhall.local.stack.DataFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code guildhall chaos} starts, with a number of kills and a seed: campaigns on a stack of its own. Standard output
 * gets a line of JSON whenever something has happened, {@code far}, and one in the end, {@code report}.
 */
public final class Chaos {

    /** What was asked for is checked after so many kills at most, and all is forgotten that was told until then. */
    private static final int MOST_KILLS_A_CAMPAIGN = 60;

    /** Fewer are over before the second instances are there. */
    private static final int FEWEST_WITH_DOUBLES = 10;

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final int kills;
    private final long seed;

    private Chaos(PrintStream out, int kills, long seed) {
        this.out = out;
        this.kills = kills;
        this.seed = seed;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        boolean clean = new Chaos(out, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])).run();
        System.exit(clean ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        tell(new Far("a stack starts", 0, 0), 0, 0);
        LocalStack stack = LocalStack.up();
        var ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> abort(stack, ended), "abort"));
        List<Result> results = new ArrayList<>();
        int campaigns = Math.ceilDiv(kills, MOST_KILLS_A_CAMPAIGN);
        int killed = 0;
        int asked = 0;
        for (int campaign = 0; campaign < campaigns; campaign++) {
            int now = (kills - killed) / (campaigns - campaign);
            int killedBefore = killed;
            int askedBefore = asked;
            var plan = new Plan(now, seed + campaign, SHORTEST, LONGEST, now >= FEWEST_WITH_DOUBLES);
            Result result = new Campaign(stack, plan, far -> tell(far, killedBefore, askedBefore)).run();
            results.add(result);
            killed += now;
            asked += result.findings().operations();
        }
        var report = ChaosReport.of(seed, results, Duration.ofNanos(System.nanoTime() - began), stack.data());
        end(stack, ended);
        if (report.violations().isEmpty()) {
            new DataFolder(stack.data()).delete();
        }
        out.println(JSON.writeValueAsString(Map.of("report", report)));
        return report.violations().isEmpty();
    }

    private static void abort(LocalStack stack, AtomicBoolean ended) {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly); // second instances
        end(stack, ended);
    }

    private static void end(LocalStack stack, AtomicBoolean ended) {
        if (ended.compareAndSet(false, true)) {
            stack.close();
        }
    }

    private void tell(Far far, int killedBefore, int askedBefore) {
        out.println(JSON.writeValueAsString(Map.of(
                "far",
                Map.of(
                        "doing",
                        far.doing(),
                        "killed",
                        killedBefore + far.killed(),
                        "kills",
                        kills,
                        "operations",
                        askedBefore + far.operations()))));
    }
}
