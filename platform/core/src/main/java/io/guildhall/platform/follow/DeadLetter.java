package io.guildhall.platform.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for an operator.
 *
 * @param reason why it could not be handled, or that it waits behind another of its stream
 * @param envelope {@code null} when the record was no event at all
 */
public record DeadLetter(
        String id,
        String follower,
        String streamId,
        String reason,
        Instant at,
        @Nullable Envelope envelope) {}
