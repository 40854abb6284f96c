package io.guildhall.analytics.found.web;

import io.guildhall.analytics.found.EventFinder;
import io.guildhall.analytics.found.FoundEvent;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators in which streams events stand. */
@Operator
@RestController
@Tag(name = "Lake")
class FoundEventController {

    private static final int MOST = 100;

    /** @param items in the order of their logs; ids that are not known have none */
    record Found(List<FoundEvent> items) {}

    private final EventFinder finder;

    FoundEventController(EventFinder finder) {
        this.finder = finder;
    }

    @GetMapping("/api/analytics/events")
    @Operation(
            summary = "Find events by their ids",
            description = "Of every service and community, at most 100 ids at once. An event is found once the lake has"
                    + " taken it.")
    Found find(@RequestParam List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw BadField.value("ids", "invalid-value");
        }
        return new Found(finder.byId(ids));
    }
}
