package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Running;
import java.time.Duration;
import java.time.Instant;
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

    @Override
    public Integer call() {
        DataFolder folder = place.folder();
        Optional<Running> running = Running.find(folder);
        if (running.isEmpty()) {
            int orphans = Running.endOrphans(folder);
            System.out.println(
                    orphans == 0
                            ? "No stack runs on " + folder.path() + "."
                            : "Ended " + orphans + " parts that had lost their supervisor.");
            return ExitCode.OK.number();
        }
        Instant began = Instant.now();
        running.get().stop(LONGEST);
        System.out.println("Ended after "
                + Times.seconds(Duration.between(began, Instant.now()).toMillis()) + "; the data is in " + folder.path()
                + ".");
        return ExitCode.OK.number();
    }
}
