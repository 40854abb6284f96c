package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Running;
import io.guildhall.local.stack.StackFailure;
import io.guildhall.local.stack.StackState;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder a command is about, and the stack that runs on it. */
final class Place {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (default: .guildhall beside the guildhall script).")
    private @Nullable Path data;

    /** The repository's root; the shell script says it. */
    Path root() {
        return Path.of(System.getProperty("guildhall.root", "."));
    }

    /** Whether it was named, and not taken for granted. */
    boolean isGiven() {
        return data != null;
    }

    DataFolder folder() {
        Path chosen = data == null ? root().resolve(".guildhall") : data;
        return new DataFolder(chosen.toAbsolutePath().normalize());
    }

    StackState running() {
        return Running.require(folder())
                .state()
                .orElseThrow(() -> new StackFailure(ExitCode.NOT_READY, "The stack is only just starting."));
    }
}
