package io.guildhall.analytics.savedquery.web;

import io.guildhall.analytics.savedquery.SavedQueryCommand.ChangeQuery;
import io.guildhall.analytics.savedquery.SavedQueryCommand.RemoveQuery;
import io.guildhall.analytics.savedquery.SavedQueryCommand.SaveQuery;
import io.guildhall.analytics.savedquery.list.SavedQueries;
import io.guildhall.analytics.sql.QueryGate;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets those who may ask in SQL keep their queries for each other. */
@RestController
@RequestMapping("/api/communities/{communityId}/sql/queries")
@RoleIn({"owner", "analyst"})
@Tag(name = "SQL")
class SavedQueryController {

    record Saved(String queryId) {}

    private final SavedQueries queries;
    private final QueryGate gate;
    private final Commands commands;

    SavedQueryController(SavedQueries queries, QueryGate gate, Commands commands) {
        this.queries = queries;
        this.gate = gate;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "List the saved queries", description = "Of all who may ask in this community.")
    Page<SavedQueryView> list(@PathVariable String communityId, PageQuery page) {
        return queries.page(communityId, page).map(SavedQueryView::of);
    }

    @GetMapping("/{queryId}")
    @Operation(summary = "Show a saved query")
    SavedQueryView show(@PathVariable String communityId, @PathVariable String queryId) {
        return queries.find(communityId, queryId).map(SavedQueryView::of).orElseThrow(NotFound::new);
    }

    @PostMapping
    @Operation(summary = "Save a query", description = "It is checked as if it were asked, and not run.")
    ResponseEntity<Saved> save(@PathVariable String communityId, @Valid @RequestBody SavedQueryRequest request) {
        gate.check(request.query());
        String queryId = RequestIds.next("qry");
        commands.send(new SaveQuery(
                queryId, communityId, request.name().strip(), request.query(), ChartRequest.of(request.chart())));
        return ResponseEntity.created(URI.create("/api/communities/" + communityId + "/sql/queries/" + queryId))
                .body(new Saved(queryId));
    }

    @PutMapping("/{queryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change a saved query",
            description = "409 `saved-query-changed` where \"version\" is not the newest.")
    void change(
            @PathVariable String communityId,
            @PathVariable String queryId,
            @Valid @RequestBody ChangedQueryRequest request) {
        gate.check(request.query());
        commands.send(new ChangeQuery(
                queryId,
                communityId,
                request.version(),
                request.name().strip(),
                request.query(),
                ChartRequest.of(request.chart())));
    }

    @DeleteMapping("/{queryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a saved query",
            description = "409 `saved-query-changed` where \"version\" is not the newest; may be repeated.")
    void remove(@PathVariable String communityId, @PathVariable String queryId, @RequestParam int version) {
        commands.send(new RemoveQuery(queryId, communityId, version));
    }
}
