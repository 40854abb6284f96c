package io.guildhall.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses, before anything is written or started, what could not work. */
public final class Preflight {

    private static final long LEAST_FREE_BYTES = 500L << 20;

    private Preflight() {}

    public static void requireNotRunning(DataFolder folder) {
        Running.find(folder).ifPresent(running -> {
            throw new StackFailure(
                    ExitCode.ALREADY_RUNNING,
                    "A stack already runs on %s%s; ./guildhall status shows it, ./guildhall down ends it."
                            .formatted(
                                    folder.path(),
                                    running.state()
                                            .map(state -> " at " + state.origin())
                                            .orElse("")));
        });
    }

    public static void requirePorts(StackSettings settings) {
        settings.ports().requireFree(Parts.listening(settings));
    }

    /** @param folder need not exist yet */
    public static void requireDisk(Path folder) {
        requireDisk(folder, LEAST_FREE_BYTES);
    }

    static void requireDisk(Path folder, long leastFreeBytes) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            if (free < leastFreeBytes) {
                throw new StackFailure(
                        ExitCode.DISK_FULL,
                        "Only %d MB are free under %s; Guildhall needs %d."
                                .formatted(free >> 20, there, leastFreeBytes >> 20));
            }
        } catch (IOException e) {
            throw new StackFailure(
                    ExitCode.DISK_FULL, "The disk under " + there + " cannot be asked: " + e.getMessage());
        }
    }
}
