package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends every part in order; the data stays. */
@Command(name = "down", description = "Ends every part in order; the data stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Mixin
    private Place place = new Place();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        DataFolder folder = place.folder();
        Optional<Running> running = Running.find(folder);
        Instant began = Instant.now();
        running.ifPresent(supervisor -> supervisor.stop(LONGEST));
        int orphans = running.isPresent() ? 0 : Running.endOrphans(folder);
        long millis = Duration.between(began, Instant.now()).toMillis();
        output.result(
                Map.of(
                        "data",
                        folder.path().toString(),
                        "ran",
                        running.isPresent(),
                        "orphans",
                        orphans,
                        "millis",
                        millis),
                List.of(line(folder, running.isPresent(), orphans, millis)));
        return ExitCode.OK.number();
    }

    private static String line(DataFolder folder, boolean ran, int orphans, long millis) {
        if (ran) {
            return "Ended after " + Times.seconds(millis) + "; the data is in " + folder.path() + ".";
        }
        return orphans == 0
                ? "No stack runs on " + folder.path() + "."
                : "Ended " + orphans + " parts that had lost their supervisor.";
    }
}
