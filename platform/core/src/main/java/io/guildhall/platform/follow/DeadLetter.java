package io.guildhall.platform.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for an operator, or that one gave up.
 *
 * @param reason why it could not be handled, or that it waits behind another of its stream
 * @param envelope {@code null} when the record was no event at all
 * @param dropped {@code null} while it waits
 */
public record DeadLetter(
        String id,
        String follower,
        String streamId,
        String reason,
        Instant at,
        @Nullable Envelope envelope,
        @Nullable Dropped dropped) {

    /** An operator's decision that the event is never handled. */
    public record Dropped(String reason, String by, Instant at) {}
}
