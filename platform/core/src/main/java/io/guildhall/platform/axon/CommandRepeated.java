package io.guildhall.platform.axon;

import io.guildhall.platform.log.Commit;

/** Ends the unit of work of a command that had been done before. */
final class CommandRepeated extends RuntimeException {

    private final transient Commit commit;

    CommandRepeated(Commit commit) {
        super("Command " + commit.commandId() + " was done before", null, false, false);
        this.commit = commit;
    }

    Commit commit() {
        return commit;
    }
}
