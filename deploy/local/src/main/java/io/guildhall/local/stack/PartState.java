package io.guildhall.local.stack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor knows of a part at one moment.
 *
 * @param readyMillis how long the present run took until it was ready; null while it is not
 * @param restarts how often it was started again since the supervisor started
 * @param exitCode that of its last end; null when it did not end or did not start
 * @param says why it is not running, for people to read
 */
public record PartState(
        String name,
        int port,
        Phase phase,
        @Nullable Long pid,
        @Nullable Instant startedAt,
        @Nullable Long readyMillis,
        int restarts,
        @Nullable Integer exitCode,
        @Nullable String says) {

    /** Where a part stands between not yet started and stopped. */
    public enum Phase {
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        STOPPED
    }

    static PartState waiting(Part part) {
        return new PartState(part.name(), part.port(), Phase.WAITING, null, null, null, 0, null, null);
    }

    PartState starting(long runningPid, Instant at) {
        return new PartState(name, port, Phase.STARTING, runningPid, at, null, restarts, exitCode, null);
    }

    PartState ready(long millis) {
        return new PartState(name, port, Phase.READY, pid, startedAt, millis, restarts, exitCode, null);
    }

    PartState died(@Nullable Integer code, String reason) {
        return new PartState(name, port, Phase.RESTARTING, null, null, null, restarts + 1, code, reason);
    }

    PartState stopped() {
        return new PartState(name, port, Phase.STOPPED, null, null, null, restarts, exitCode, null);
    }
}
