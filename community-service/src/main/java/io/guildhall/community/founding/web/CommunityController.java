package io.guildhall.community.founding.web;

import io.guildhall.community.founding.CommunityCommand.FoundCommunity;
import io.guildhall.community.founding.directory.Directory;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Public;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Founds communities and shows them. Only a verified account gets a token, so every signed-in caller may found one. */
@RestController
@RequestMapping("/api/communities")
@Tag(name = "Communities")
class CommunityController {

    private static final String DEFAULT_LANGUAGE = "zh-CN";

    record Founded(String communityId) {}

    private final Commands commands;
    private final Directory directory;

    CommunityController(Commands commands, Directory directory) {
        this.commands = commands;
        this.directory = directory;
    }

    @PostMapping
    @SignedIn
    @Operation(summary = "Found a community", description = "The caller becomes its owner within a second or so.")
    ResponseEntity<Founded> found(@Valid @RequestBody FoundRequest request, Actor actor) {
        var command = new FoundCommunity(
                RequestIds.next("com"),
                actor.id(),
                request.name(),
                Objects.requireNonNullElse(request.description(), "").strip(),
                Objects.requireNonNullElse(request.language(), DEFAULT_LANGUAGE));
        commands.send(command);
        return ResponseEntity.created(URI.create("/api/communities/" + command.communityId()))
                .body(new Founded(command.communityId()));
    }

    @GetMapping
    @Public
    @Operation(summary = "List communities", description = "Oldest first.")
    Page<CommunityView> list(PageQuery page) {
        return directory.page(page).map(CommunityView::of);
    }

    @GetMapping("/{communityId}")
    @Public
    @Operation(summary = "Show a community")
    CommunityView show(@PathVariable String communityId) {
        return directory.find(communityId).map(CommunityView::of).orElseThrow(NotFound::new);
    }
}
