package io.guildhall.local.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.demo.story.Deed.Join;
import io.guildhall.local.demo.story.Deed.Plan;
import io.guildhall.local.demo.story.Deed.Subscribe;
import io.guildhall.local.demo.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopsTest {

    private static final Instant FIRST_MORNING = Instant.parse("2026-01-01T08:30:00Z");

    /** On the evening of the 30th, which February does not have. */
    private static final int SUBSCRIBED = 2 * 29 + 1;

    private final Story story =
            new Story(90, List.of(), List.of(new Join(4, 0), new Subscribe(SUBSCRIBED, 0, Plan.MONTH)));

    @Test
    void standsBetweenEachRenewalAndTheEndOfItsTermAndBehindTheEnd() {
        Stops stops = Stops.of(story, FIRST_MORNING, FIRST_MORNING.plus(Duration.ofDays(90)));
        assertThat(stops.due().stream().map(stops::time))
                .containsExactly(
                        Instant.parse("2026-02-28T08:30:00Z"),
                        Instant.parse("2026-03-01T08:30:00Z"),
                        Instant.parse("2026-03-30T08:30:00Z"),
                        Instant.parse("2026-03-31T08:30:00Z"));
        assertThat(stops.all()).contains(4, SUBSCRIBED).containsAll(stops.due());
    }

    @Test
    void standsAtNoTimeThatIsYetToCome() {
        Instant now = Instant.parse("2026-02-28T09:00:00Z");
        Stops stops = Stops.of(story, FIRST_MORNING, now);
        assertThat(stops.due().stream().map(stops::time)).containsExactly(Instant.parse("2026-02-28T08:30:00Z"));
    }
}
