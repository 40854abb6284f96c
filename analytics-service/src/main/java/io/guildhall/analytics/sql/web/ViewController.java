package io.guildhall.analytics.sql.web;

import io.guildhall.analytics.metric.Texts;
import io.guildhall.analytics.sql.QueryResult;
import io.guildhall.analytics.sql.QueryViews;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells owners and analysts what their queries may read. */
@RestController
@RoleIn({"owner", "analyst"})
@Tag(name = "SQL")
class ViewController {

    /** A view as it is listed; texts by language. */
    record ListedView(String name, Map<String, String> help, List<ListedColumn> columns) {}

    /** @param type as the engine calls it */
    record ListedColumn(String name, String type, Map<String, String> help) {}

    private final QueryViews views;
    private final Texts texts = new Texts("views");

    ViewController(QueryViews views) {
        this.views = views;
    }

    @GetMapping("/api/communities/{communityId}/sql/views")
    @Operation(summary = "List the views", description = "What may stand behind FROM, with what it means.")
    Page<ListedView> list(@PathVariable String communityId) {
        return Page.whole(views.all().stream().map(this::listed).toList());
    }

    private ListedView listed(QueryViews.View view) {
        return new ListedView(
                view.name(),
                texts.of(view.name()),
                view.columns().stream()
                        .map(column -> listed(view.name(), column))
                        .toList());
    }

    /** A column that many views have is told once. */
    private ListedColumn listed(String view, QueryResult.Column column) {
        return new ListedColumn(
                column.name(), column.type(), texts.of(view + "." + column.name(), "*." + column.name()));
    }
}
