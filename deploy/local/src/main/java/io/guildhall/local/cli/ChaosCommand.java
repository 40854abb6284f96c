package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills processes of a stack of its own while people use it, and tells what became of what they were told. */
@Command(
        name = "chaos",
        description =
                "Starts a stack of its own in a temporary folder, on free ports, and kills its processes with -9, up"
                    + " to three every 10 to 20 seconds, while people sign up, buy, learn and talk in it; in the"
                    + " second half of each 60, every service has two instances. Then counts what was lost, doubled or"
                    + " is stuck. Takes 10 s for up to three kills, some minutes for every 60, and up to 6 GB of"
                    + " memory. No other stack is touched.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExit codes:%n",
        footer = {"  0 nothing went wrong   1 something did, or the run broke off   2 wrong arguments", "  4 not built"
        })
final class ChaosCommand implements Callable<Integer> {

    private static final int MOST_KILLS = 10_000;

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--kills",
            paramLabel = "COUNT",
            defaultValue = "40",
            description = "1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Repeats the choices of an earlier run (default: a new one, which is told).")
    private @Nullable Long seed;

    @Override
    public Integer call() throws InterruptedException {
        if (kills < 1 || kills > MOST_KILLS) {
            throw new StackFailure(ExitCode.USAGE, "--kills must be from 1 to " + MOST_KILLS + ".");
        }
        long chosen = seed == null ? new Random().nextInt(1, Integer.MAX_VALUE) : seed;
        Progress progress = output.progress();
        progress.show(List.of(new Progress.Line("Seed " + chosen, true)));
        progress.end();
        var bar = new ChaosBar();
        var report = new ChaosReport(
                new ChaosRun(new Place().root()).of(kills, chosen, far -> progress.show(List.of(bar.line(far)))));
        progress.end();
        output.result(report.document(), report.lines());
        return report.clean() ? ExitCode.OK.number() : ExitCode.FAILED.number();
    }
}
