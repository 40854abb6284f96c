package io.guildhall.analytics.metric.web;

import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.metric.ExplainedEvent;
import io.guildhall.analytics.metric.Metric;
import io.guildhall.analytics.metric.MetricAnswer;
import io.guildhall.analytics.metric.MetricReader;
import io.guildhall.analytics.metric.MetricTexts;
import io.guildhall.analytics.metric.Metrics;
import io.guildhall.analytics.metric.Prelude;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers owners what their community's numbers are, and why. */
@RestController
@RequestMapping("/api/communities/{communityId}/metrics")
@RoleIn("owner")
@Tag(name = "Metrics")
class MetricController {

    private final Metrics metrics;
    private final MetricReader reader;
    private final MetricTexts texts;
    private final Lake lake;
    private final InstantSource clock;

    MetricController(Metrics metrics, MetricReader reader, MetricTexts texts, Lake lake, InstantSource clock) {
        this.metrics = metrics;
        this.reader = reader;
        this.texts = texts;
        this.lake = lake;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List the metrics", description = "With what they mean, in every language.")
    Page<MetricView> list(@PathVariable String communityId) {
        return Page.whole(metrics.all().stream()
                .map(metric -> MetricView.of(metric, texts))
                .toList());
    }

    @GetMapping("/{name}")
    @Operation(
            summary = "Ask for a number",
            description = "Over the days from \"from\" up to, not including, \"to\" in the zone, as it was known at"
                    + " \"asOf\", by what was recorded until then. Undefined is not zero.")
    MetricAnswer answer(@PathVariable String communityId, @PathVariable String name, MetricQuery query) {
        return reader.answer(
                metric(communityId, name, query), communityId, query.window(clock, lake), query.currency());
    }

    @GetMapping("/{name}/explain")
    @Operation(summary = "List the events behind a number", description = "In the order of their logs.")
    Page<ExplainedEvent> explain(
            @PathVariable String communityId, @PathVariable String name, MetricQuery query, PageQuery page) {
        List<ExplainedEvent> events = reader.explain(
                metric(communityId, name, query),
                communityId,
                query.window(clock, lake),
                query.currency(),
                after(page),
                page.fetch());
        return Page.of(events, page, ExplainedEvent::position);
    }

    private Metric metric(String communityId, String name, MetricQuery query) {
        if (!Prelude.isCommunity(communityId)) {
            throw new NotFound();
        }
        return metrics.find(name, query.version()).orElseThrow(NotFound::new);
    }

    private static ExplainedEvent.Place after(PageQuery page) {
        try {
            return ExplainedEvent.Place.of(page.after());
        } catch (IllegalArgumentException _) {
            throw BadField.value("after", "invalid-position");
        }
    }
}
