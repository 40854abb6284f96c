package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Running;
import io.guildhall.local.stack.StackFailure;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether a command begins with an empty data folder. */
final class Fresh {

    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);

    @Option(names = "--fresh", description = "Deletes the data folder first.")
    private boolean fresh;

    @Option(names = "--yes", description = "Deletes without asking.")
    private boolean yes;

    /** Ends the stack of the folder and deletes it, when that is wanted and confirmed. */
    void deleteIfAsked(DataFolder folder) {
        if (fresh && folder.exists()) {
            confirm(folder);
            Running.find(folder).ifPresent(running -> running.stop(LONGEST_STOP));
            Running.endOrphans(folder);
            folder.delete();
        }
    }

    private void confirm(DataFolder folder) {
        if (!yes && !Confirmation.given("Delete %s and all data in it?".formatted(folder.path()))) {
            throw new StackFailure(
                    ExitCode.USAGE, "Nothing was deleted; --fresh --yes deletes " + folder.path() + " unasked.");
        }
    }
}
