package io.guildhall.analytics.replay.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.replay.ReplayEvent.ReplayFinished;
import io.guildhall.analytics.replay.ReplayEvent.ReplayStarted;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class ReplayEntryProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(ReplayEntryProjectionTest.class);
    private final Replays replays = new Replays(mongo);

    @Test
    void showsWhichReplayRuns() {
        ArrivesTwice.check(
                mongo,
                ReplayEntryProjection::new,
                new History()
                        .own(
                                new ReplayStarted("rpl_1", "mem_ada", null),
                                new ReplayStarted("rpl_2", "mem_ada", "com_1"),
                                new ReplayFinished("rpl_1", 7, 0, 1)));

        assertThat(replays.running()).map(ReplayEntry::replayId).contains("rpl_2");
        ReplayEntry finished = replays.find("rpl_1").orElseThrow();
        assertThat(finished.running()).isFalse();
        assertThat(finished.surplus()).isEqualTo(1);
        assertThat(finished.finishedAt()).isAfter(finished.startedAt());
        assertThat(replays.find("rpl_3")).isEmpty();
        assertThat(ids(null, null)).containsExactly("rpl_2", "rpl_1");
        assertThat(ids("mem_ada", "2")).containsExactly("rpl_1");
        assertThat(ids("mem_bob", null)).isEmpty();
    }

    private List<String> ids(@Nullable String startedBy, @Nullable String after) {
        return replays.page(startedBy, new PageQuery(5, after)).items().stream()
                .map(ReplayEntry::replayId)
                .toList();
    }
}
