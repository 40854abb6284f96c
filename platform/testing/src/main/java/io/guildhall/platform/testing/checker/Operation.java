package io.guildhall.platform.testing.checker;

import org.jspecify.annotations.Nullable;

/**
 * What a client asked for and what it was told.
 *
 * @param type of what kind it is, as counts are told of each
 * @param key the {@code Idempotency-Key}
 * @param command the id of the command that the service makes of it, where the driver knows it
 * @param invokedAt milliseconds since 1970
 * @param returnedAt {@code null} as long as it has not returned
 */
public record Operation(
        String opId,
        String client,
        String type,
        String key,
        @Nullable String command,
        long invokedAt,
        @Nullable Long returnedAt,
        Outcome outcome) {

    /** What the answer promised. */
    public enum Outcome {
        /** It was done (2xx). */
        OK,
        /** It was not done and never will be (a 4xx that promises no effect). */
        FAIL,
        /** Nobody knows (time-out, reset, 5xx). */
        INFO
    }

    Operation returned(long at, Outcome told) {
        return new Operation(opId, client, type, key, command, invokedAt, at, told);
    }
}
