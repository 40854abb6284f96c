package io.guildhall.local.stack;

import io.guildhall.local.LocalFailure;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the stack of one data folder: a detached supervisor that goes on when this process has ended. */
public final class Stack {

    private static final int DEATHS_BEFORE_GIVING_UP = 3;

    private final StackSettings settings;
    private final DataFolder folder;
    private final FolderFacts facts;

    public Stack(StackSettings settings, FolderFacts facts) {
        this.settings = settings;
        this.facts = facts;
        this.folder = new DataFolder(settings.data());
    }

    /** Unpacks the built jars; quick when that is done already. */
    public void unpack() {
        new Parts(settings).all(new Modules(settings.root()));
    }

    /** Returns when every part is ready; a stack that does not get ready, or is interrupted, is ended again. */
    public StackState start(Duration longest, Consumer<StackState> progress) {
        Process supervisor = launch();
        Thread abort = new Thread(supervisor::destroy, "abort");
        Runtime.getRuntime().addShutdownHook(abort);
        try {
            StackState ready = untilReady(supervisor, Instant.now().plus(longest), progress);
            Runtime.getRuntime().removeShutdownHook(abort);
            return ready;
        } catch (StackFailure e) {
            end(supervisor);
            throw e;
        }
    }

    private static void end(Process supervisor) {
        supervisor.destroy();
        try {
            supervisor.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StackState untilReady(Process supervisor, Instant latest, Consumer<StackState> progress) {
        try {
            while (!supervisor.waitFor(100, TimeUnit.MILLISECONDS)) {
                Optional<StackState> state =
                        StackState.read(folder.state()).filter(found -> found.pid() == supervisor.pid());
                if (state.isPresent()) {
                    progress.accept(state.get());
                    if (state.get().ready()) {
                        return state.get();
                    }
                    requireHope(state.get());
                }
                if (Instant.now().isAfter(latest)) {
                    throw new StackFailure(ExitCode.NOT_READY, "Not ready in time; see " + folder.logs() + ".");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(ExitCode.NOT_READY, "Interrupted.");
        }
        throw supervisor.exitValue() == ExitCode.ALREADY_RUNNING.number()
                ? new StackFailure(ExitCode.ALREADY_RUNNING, "Another stack was started on " + folder.path() + ".")
                : new StackFailure(ExitCode.NOT_READY, "The supervisor ended; see " + folder.log("supervisor") + ".");
    }

    private void requireHope(StackState state) {
        for (PartState part : state.parts()) {
            ExitCode hopeless = hopeless(part.exitCode());
            if (part.phase() != PartState.Phase.READY
                    && (hopeless != null || part.restarts() >= DEATHS_BEFORE_GIVING_UP)) {
                throw new StackFailure(
                        hopeless == null ? ExitCode.NOT_READY : hopeless,
                        "%s does not start: %s (exit code %s); see %s."
                                .formatted(
                                        part.name(),
                                        LastWords.of(folder.log(part.name())),
                                        part.exitCode(),
                                        folder.log(part.name())));
            }
        }
    }

    /** Ends that another start does not mend. */
    private static @Nullable ExitCode hopeless(@Nullable Integer code) {
        return Arrays.stream(LocalFailure.Reason.values())
                .filter(reason -> code != null && reason.exitCode() == code)
                .findFirst()
                .map(reason -> switch (reason) {
                    case FOREIGN_OR_DAMAGED_DATA, FOLDER_IN_USE -> ExitCode.FOLDER_UNUSABLE;
                    case PORT_BUSY -> ExitCode.PORT_BUSY;
                    case DISK -> ExitCode.DISK_FULL;
                    case USAGE, INTERNAL -> null;
                })
                .orElse(null);
    }

    /** Ctrl-C and a closed terminal must reach neither the supervisor nor its parts. */
    private Process launch() {
        Image local = new Modules(settings.root()).local();
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "trap '' HUP INT; if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"",
                "sh"));
        command.addAll(local.runSmall(
                SupervisorMain.class.getName(),
                List.of(
                        settings.root().toString(),
                        settings.data().toString(),
                        String.valueOf(settings.ports().gateway()))));
        try {
            PrivateFiles.createFolder(folder.logs());
            PrivateFiles.createFolder(folder.path().resolve("run"));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(facts.environment());
            return builder.directory(local.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.log("supervisor").toFile()))
                    .start();
        } catch (IOException e) {
            throw new StackFailure(ExitCode.NOT_READY, "The supervisor does not start: " + e.getMessage());
        }
    }
}
