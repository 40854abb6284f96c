package io.guildhall.analytics.lake.web;

import io.guildhall.analytics.lake.Generation;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.LakeState;
import io.guildhall.analytics.lake.LiveLake;
import io.guildhall.analytics.lake.TopicEnds;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators how far the lake has come. */
@Operator
@RestController
@RequestMapping("/api/analytics/lake")
@Tag(name = "Lake")
class LakeController {

    /**
     * How far the lake has come.
     *
     * @param lag records that it has not taken yet
     * @param newest when its newest event was recorded
     * @param troubles what hinders it, by log and partition
     */
    record LakeStatus(
            String generation,
            long events,
            int files,
            long bytes,
            long manifest,
            long lag,
            Instant newest,
            Map<String, String> troubles) {}

    private final Lake lake;
    private final LiveLake live;
    private final TopicEnds ends;

    LakeController(Lake lake, LiveLake live, TopicEnds ends) {
        this.lake = lake;
        this.live = live;
        this.ends = ends;
    }

    @GetMapping
    @Operation(summary = "How far the lake has come", description = "Events, files, and what is still to be taken.")
    LakeStatus status() {
        Generation generation = lake.current();
        Map<String, Long> end = ends.now();
        LakeState state = generation.state();
        long total = end.values().stream().mapToLong(Long::longValue).sum();
        return new LakeStatus(
                generation.name(),
                state.events(),
                state.files().size(),
                state.bytes(),
                state.number(),
                total - state.taken(end),
                state.newest(),
                live.troubles());
    }
}
