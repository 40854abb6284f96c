package io.guildhall.analytics.lately.web;

import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lately.EventCount;
import io.guildhall.analytics.lately.EventCounts;
import io.guildhall.analytics.metric.Prelude;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells owners what happened lately in their community. */
@RestController
@RoleIn("owner")
@Tag(name = "Metrics")
class EventCountController {

    private static final int MOST_DAYS = 31;

    /** @param items what was recorded behind {@code after} and up to {@code until} */
    record Counts(Instant after, Instant until, List<EventCount> items) {}

    private final EventCounts counts;
    private final Lake lake;
    private final InstantSource clock;

    EventCountController(EventCounts counts, Lake lake, InstantSource clock) {
        this.counts = counts;
        this.lake = lake;
        this.clock = clock;
    }

    @GetMapping("/api/communities/{communityId}/events/counts")
    @Operation(
            summary = "Count what happened lately",
            description = "Every event that was recorded in the last 24 hours, or as many times 24 hours as \"days\""
                    + " says (1 to 31), by its name; money by its currency, subscriptions that ended by the reason.")
    Counts counts(@PathVariable String communityId, @RequestParam(defaultValue = "1") int days) {
        if (!Prelude.isCommunity(communityId)) {
            throw new NotFound();
        }
        if (days < 1 || days > MOST_DAYS) {
            throw BadField.value("days", "invalid-value");
        }
        Instant until = lake.known(clock.instant());
        Instant after = until.minus(Duration.ofDays(days));
        return new Counts(after, until, counts.between(communityId, after, until));
    }
}
