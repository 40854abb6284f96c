package io.guildhall.analytics.lately;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import io.guildhall.analytics.metric.TestReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCountsTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant DAY_BEFORE = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void countsWhatWasRecordedInTheTimeThatIsAskedForByNameAndReason() throws Exception {
        var story = new Story()
                .at("2026-03-01T08:00:00Z")
                .joins("mem_1") // in the day before
                .at("2026-03-01T08:00:01Z")
                .joins("mem_2")
                .joins("mem_3")
                .tell("billing.subscription.ended", "sub_2", "memberId", "mem_2", "reason", "payment-failed")
                .tell("billing.subscription.ended", "sub_3", "memberId", "mem_3", "reason", "canceled")
                .at("2026-03-02T08:00:00Z")
                .pays("mem_3", "renewed", 2900, "CNY", "MONTH", "2026-03-02T00:00:00Z", "2026-04-02T00:00:00Z")
                .pays("mem_4", "renewed", 1200, "CNY", "MONTH", "2026-03-02T00:00:00Z", "2026-04-02T00:00:00Z")
                .at("2026-03-02T08:00:01Z")
                .joins("mem_5"); // not yet
        var counts = new EventCounts(new TestReader(TestLake.of(folder, story.events())).reader());

        List<EventCount> found = counts.between("com_1", DAY_BEFORE, MORNING);

        assertThat(found)
                .contains(
                        new EventCount("billing.subscription.ended", "canceled", null, 1, null, List.of("mem_3")),
                        new EventCount("billing.subscription.ended", "payment-failed", null, 1, null, List.of("mem_2")),
                        new EventCount("billing.subscription.renewed", null, "CNY", 2, 4100L, List.of()));
        assertThat(found)
                .filteredOn(count -> count.name().equals("member.membership.activated"))
                .extracting(EventCount::count)
                .containsExactly(2L);
        assertThat(counts.between("com_other", DAY_BEFORE, MORNING)).isEmpty();
    }
}
