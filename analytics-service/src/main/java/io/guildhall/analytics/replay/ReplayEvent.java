package io.guildhall.analytics.replay;

import io.guildhall.platform.event.EventName;
import org.jspecify.annotations.Nullable;

/** The facts of a replay, as stored for ever. */
public sealed interface ReplayEvent {

    String replayId();

    /** @param communityId for which an owner started it, absent for operators */
    @EventName("analytics.replay.started")
    record ReplayStarted(
            String replayId, String startedBy, @Nullable String communityId) implements ReplayEvent {}

    /**
     * It took the place of the live lake.
     *
     * @param missing events of the live lake that it did not hold, or held differently
     * @param surplus events that the live lake did not hold, or held differently
     */
    @EventName("analytics.replay.finished")
    record ReplayFinished(String replayId, long events, long missing, long surplus) implements ReplayEvent {}
}
