package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.FolderFacts;
import io.guildhall.local.stack.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** At which port a stack is to be found. */
final class Gate {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The gateway's port; the other parts take ports up to 12 above it (default: 8080, or what the"
                    + " data folder was made with).")
    private @Nullable Integer port;

    /** Opens the folder, or makes it, and keeps the port in it. */
    FolderFacts open(DataFolder folder) {
        FolderFacts facts = folder.open(port == null ? Ports.DEFAULT : new Ports(port).gateway());
        if (port != null && port != facts.port()) {
            FolderFacts moved = facts.withPort(port);
            folder.keep(moved);
            return moved;
        }
        return facts;
    }
}
