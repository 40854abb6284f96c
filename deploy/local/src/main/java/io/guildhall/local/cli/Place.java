package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Running;
import io.guildhall.local.stack.StackFailure;
import io.guildhall.local.stack.StackState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about, and how it is spoken to. */
final class Place {

    private static final Duration LONG = Duration.ofMinutes(30);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (default: .guildhall beside the guildhall script).")
    private @Nullable Path data;

    /** The repository's root; the shell script says it. */
    Path root() {
        return Path.of(System.getProperty("guildhall.root", "."));
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

    GuildhallClient operator() {
        return as(folder().token(), "operator");
    }

    GuildhallClient as(Path token, String who) {
        StackState state = running();
        if (!Files.isReadable(token)) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE,
                    "There is no token of the " + who + " at " + token + " that can be read.");
        }
        try {
            return new GuildhallClient(URI.create(state.origin()))
                    .withToken(Files.readString(token).strip())
                    .withPatience(LONG);
        } catch (IOException e) {
            throw new StackFailure(ExitCode.FOLDER_UNUSABLE, token + " cannot be read: " + e.getMessage());
        }
    }
}
