package io.guildhall.analytics.sql;

import java.util.Set;
import java.util.stream.Collectors;

/** The sandbox processes that were started since this was made; a service in the same JVM may have others. */
final class Sandboxes {

    private final Set<ProcessHandle> others = all();

    Set<ProcessHandle> alive() {
        Set<ProcessHandle> alive = all();
        alive.removeAll(others);
        return alive;
    }

    private static Set<ProcessHandle> all() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("SandboxMain"))
                .collect(Collectors.toSet());
    }
}
