package io.guildhall.analytics.found;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import io.guildhall.analytics.metric.TestReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFinderTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhereEventsOfAnyServiceAndCommunityStand() throws Exception {
        var story = new Story()
                .tell("member.grant.given", "gra_1", "memberId", "mem_1")
                .in("com_2")
                .tell("billing.order.placed", "ord_1", "memberId", "mem_1")
                .tell("billing.order.paid", "ord_1", "memberId", "mem_1");
        var finder = new EventFinder(new TestReader(TestLake.of(folder, story.events())).reader());

        assertThat(finder.byId(List.of("member-com_1-1", "billing-com_2-2", "none", "' OR '1'='1")))
                .containsExactly(
                        new FoundEvent(
                                "billing-com_2-2", "billing.order.paid", "billing", "billing.0/2", "ord_1", 1, "com_2"),
                        new FoundEvent(
                                "member-com_1-1", "member.grant.given", "member", "member.0/1", "gra_1", 0, "com_1"));
    }

    @Test
    void findsNothingInAnEmptyLake() throws Exception {
        var finder = new EventFinder(new TestReader(TestLake.of(folder, List.of())).reader());

        assertThat(finder.byId(List.of("member-com_1-1"))).isEmpty();
    }
}
