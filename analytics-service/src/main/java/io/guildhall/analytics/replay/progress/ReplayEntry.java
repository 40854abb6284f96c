package io.guildhall.analytics.replay.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a replay that was started.
 *
 * @param place the position of its start in the log
 */
@Document("replays")
@CompoundIndex(name = "running", def = "{running: 1, place: 1}")
@CompoundIndex(name = "newest", def = "{place: 1}")
@CompoundIndex(name = "mine", def = "{startedBy: 1, place: 1}")
public record ReplayEntry(
        @Id String replayId,
        long place,
        boolean running,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long events,
        @Nullable Long missing,
        @Nullable Long surplus) {}
