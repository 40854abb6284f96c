package io.guildhall.analytics.replay.web;

import io.guildhall.analytics.replay.progress.ReplayEntry;
import io.guildhall.analytics.replay.progress.ReplayStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it stands.
 *
 * @param done records taken, of {@code total} that there were when it began
 * @param missing events of the live lake that the new one did not hold; known when it finished
 * @param surplus events that the live lake did not hold
 */
record ReplayView(
        String replayId,
        String status,
        String startedBy,
        long done,
        long total,
        int percent,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long events,
        @Nullable Long missing,
        @Nullable Long surplus,
        @Nullable String trouble) {

    static ReplayView of(ReplayEntry entry, @Nullable ReplayStep step) {
        long done = step == null ? 0 : step.done();
        long total = step == null ? 0 : step.total();
        int percent = total == 0 ? 0 : (int) (done * 100 / total);
        return new ReplayView(
                entry.replayId(),
                entry.running() ? "running" : "finished",
                entry.startedBy(),
                done,
                total,
                entry.running() ? percent : 100,
                entry.startedAt(),
                entry.finishedAt(),
                entry.events(),
                entry.missing(),
                entry.surplus(),
                entry.running() && step != null ? step.trouble() : null);
    }
}
