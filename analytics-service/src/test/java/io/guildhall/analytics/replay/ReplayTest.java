package io.guildhall.analytics.replay;

import io.guildhall.analytics.replay.ReplayCommand.FinishReplay;
import io.guildhall.analytics.replay.ReplayCommand.StartReplay;
import io.guildhall.analytics.replay.ReplayEvent.ReplayFinished;
import io.guildhall.analytics.replay.ReplayEvent.ReplayStarted;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final ReplayStarted STARTED = new ReplayStarted("rpl_1", "mem_ada", "com_1");
    private static final ReplayFinished FINISHED = new ReplayFinished("rpl_1", 7, 0, 0);

    private final FixtureConfiguration<Replay> replay = AggregateFixtures.of(Replay.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Replay.class, STARTED, FINISHED);
    }

    @Test
    void startsOnce() {
        replay.givenNoPriorActivity()
                .when(new StartReplay("rpl_1", "mem_ada", "com_1"))
                .expectEvents(STARTED);
    }

    @Test
    void isNotStartedTwice() {
        replay.given(STARTED).when(new StartReplay("rpl_1", "mem_ada", "com_1")).expectNoEvents();
    }

    @Test
    void finishesOnce() {
        replay.given(STARTED).when(new FinishReplay("rpl_1", 7, 0, 0)).expectEvents(FINISHED);
    }

    @Test
    void isNotFinishedTwice() {
        replay.given(STARTED, FINISHED).when(new FinishReplay("rpl_1", 9, 1, 1)).expectNoEvents();
    }
}
