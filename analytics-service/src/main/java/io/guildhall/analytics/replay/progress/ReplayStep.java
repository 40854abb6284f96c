package io.guildhall.analytics.replay.progress;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far the worker has come; told by the worker itself, not by events.
 *
 * @param total records to take, as many as there were when it began
 * @param missing set once it was compared
 * @param trouble what hinders it, if anything does
 */
@Document("replay_steps")
public record ReplayStep(
        @Id String replayId,
        long done,
        long total,
        @Nullable Long missing,
        @Nullable Long surplus,
        @Nullable String trouble) {

    ReplayStep compared(long missing, long surplus) {
        return new ReplayStep(replayId, total, total, missing, surplus, null);
    }

    ReplayStep hindered(String reason) {
        return new ReplayStep(replayId, done, total, missing, surplus, reason);
    }
}
