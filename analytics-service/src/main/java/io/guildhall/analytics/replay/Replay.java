package io.guildhall.analytics.replay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.analytics.replay.ReplayCommand.FinishReplay;
import io.guildhall.analytics.replay.ReplayCommand.StartReplay;
import io.guildhall.analytics.replay.ReplayEvent.ReplayFinished;
import io.guildhall.analytics.replay.ReplayEvent.ReplayStarted;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that a replay starts once and finishes once. */
@Aggregate
@Snapshotted(name = "analytics.replay", revision = 1)
class Replay {

    @AggregateIdentifier
    private @Nullable String replayId;

    private boolean finished;

    Replay() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartReplay command) {
        if (replayId == null) {
            apply(new ReplayStarted(command.replayId(), command.startedBy(), command.communityId()));
        }
    }

    @CommandHandler
    void handle(FinishReplay command) {
        if (!finished) {
            apply(new ReplayFinished(command.replayId(), command.events(), command.missing(), command.surplus()));
        }
    }

    @EventSourcingHandler
    void on(ReplayEvent event) {
        switch (event) {
            case ReplayStarted started -> replayId = started.replayId();
            case ReplayFinished _ -> finished = true;
        }
    }
}
