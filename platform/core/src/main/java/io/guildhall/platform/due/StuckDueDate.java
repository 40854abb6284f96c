package io.guildhall.platform.due;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due command that was refused, or fails however often it is sent.
 *
 * @param json the command, with personal fields sealed
 * @param attempts how often it was sent
 * @param reason what was said to the last attempt
 * @param dropped {@code null} while it waits for an operator
 */
public record StuckDueDate(
        String id,
        Instant due,
        String command,
        String json,
        int attempts,
        String reason,
        @Nullable Dropped dropped) {

    /** An operator's decision that the command is never sent. */
    public record Dropped(String reason, String by, Instant at) {}
}
