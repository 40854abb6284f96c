package io.guildhall.analytics.replay.web;

import io.guildhall.analytics.replay.ReplayCommand.StartReplay;
import io.guildhall.analytics.replay.ReplayNotYours;
import io.guildhall.analytics.replay.ReplayRunning;
import io.guildhall.analytics.replay.progress.ReplayEntry;
import io.guildhall.analytics.replay.progress.Replays;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Roles;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts replays and shows how far they have come. */
@RestController
@RequestMapping("/api/analytics/replays")
@SignedIn
@Tag(name = "Lake")
class ReplayController {

    /** What was started. */
    record Started(String replayId) {}

    private final Commands commands;
    private final Replays replays;
    private final Roles roles;

    ReplayController(Commands commands, Replays replays, Roles roles) {
        this.commands = commands;
        this.replays = replays;
        this.roles = roles;
    }

    @PostMapping
    @Operation(
            summary = "Build the lake anew",
            description = "Beside the live one, from the first event on; it is compared and takes its place when it is"
                    + " complete. For operators, and for owners who name their community.")
    ResponseEntity<Started> start(@Valid @RequestBody ReplayRequest request, Actor actor) {
        String community = request.communityId();
        boolean owner = community != null && roles.has(actor.id(), community, "owner");
        if (!owner && !roles.operator(actor.id())) {
            throw new ReplayNotYours();
        }
        String replayId = RequestIds.next("rpl");
        replays.running()
                .filter(running -> !running.replayId().equals(replayId))
                .ifPresent(running -> {
                    throw new ReplayRunning(running.replayId());
                });
        commands.send(new StartReplay(replayId, actor.id(), community));
        return ResponseEntity.accepted()
                .location(URI.create("/api/analytics/replays/" + replayId))
                .body(new Started(replayId));
    }

    @GetMapping
    @Operation(summary = "List replays", description = "The newest first: to operators all, to others their own.")
    Page<ReplayView> list(PageQuery page, Actor actor) {
        String startedBy = roles.operator(actor.id()) ? null : actor.id();
        return replays.page(startedBy, page).map(this::view);
    }

    @GetMapping("/{replayId}")
    @Operation(summary = "Show a replay", description = "For who started it, and for operators.")
    ReplayView show(@PathVariable String replayId, Actor actor) {
        var entry = replays.find(replayId)
                .filter(found -> found.startedBy().equals(actor.id()) || roles.operator(actor.id()))
                .orElseThrow(NotFound::new);
        return view(entry);
    }

    private ReplayView view(ReplayEntry entry) {
        return ReplayView.of(entry, replays.step(entry.replayId()).orElse(null));
    }
}
