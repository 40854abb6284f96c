package io.guildhall.analytics.replay.progress;

import io.guildhall.analytics.replay.ReplayEvent;
import io.guildhall.analytics.replay.ReplayEvent.ReplayFinished;
import io.guildhall.analytics.replay.ReplayEvent.ReplayStarted;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link ReplayEntry}; every fact may arrive again. */
@Projection(value = ReplayEntryProjection.NAME, keeps = ReplayEntry.class)
class ReplayEntryProjection {

    static final String NAME = "replay-entry";

    private final ReadModel<ReplayEntry> entries;

    ReplayEntryProjection(ReadModels models) {
        entries = models.of(ReplayEntry.class);
    }

    @EventHandler
    void on(ReplayEvent event, Fact fact) {
        String id = event.replayId();
        switch (event) {
            case ReplayStarted started ->
                entries.save(
                        id,
                        new ReplayEntry(
                                id,
                                fact.position().number(),
                                true,
                                started.startedBy(),
                                fact.validAt(),
                                null,
                                null,
                                null,
                                null),
                        fact);
            case ReplayFinished finished ->
                entries.update(
                        id,
                        new Update()
                                .set("running", false)
                                .set("finishedAt", fact.validAt())
                                .set("events", finished.events())
                                .set("missing", finished.missing())
                                .set("surplus", finished.surplus()),
                        fact);
        }
    }
}
