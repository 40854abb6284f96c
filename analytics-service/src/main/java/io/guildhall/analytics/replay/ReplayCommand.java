package io.guildhall.analytics.replay;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of a {@link Replay}; all of it may be repeated. */
public sealed interface ReplayCommand {

    String replayId();

    /** @param communityId for which an owner started it, absent for operators */
    record StartReplay(
            @TargetAggregateIdentifier String replayId,
            String startedBy,
            @Nullable String communityId) implements ReplayCommand {}

    /**
     * Says that it is the live one now.
     *
     * @param events that it holds
     * @param missing events of the live lake that it did not hold, or held differently
     * @param surplus events that the live lake did not hold, or held differently
     */
    record FinishReplay(@TargetAggregateIdentifier String replayId, long events, long missing, long surplus)
            implements ReplayCommand {}
}
