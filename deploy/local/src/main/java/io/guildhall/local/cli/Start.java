package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.FolderFacts;
import io.guildhall.local.stack.Preflight;
import io.guildhall.local.stack.Running;
import io.guildhall.local.stack.Stack;
import io.guildhall.local.stack.StackSettings;
import io.guildhall.local.stack.StackState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Starts the stack of a data folder and shows how its parts become ready. */
record Start(Path root, Progress progress) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    StackState of(DataFolder folder, FolderFacts facts) {
        StackSettings settings = StackSettings.of(root, folder.path(), facts.port(), System.getenv());
        Running.endOrphans(folder);
        Preflight.requirePorts(settings);
        var stack = new Stack(settings, facts);
        stack.unpack();
        StackState state = stack.start(LONGEST, now -> progress.show(PartLines.of(now, Instant.now())));
        progress.end();
        return state;
    }
}
