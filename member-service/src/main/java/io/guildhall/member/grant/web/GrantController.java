package io.guildhall.member.grant.web;

import io.guildhall.member.account.Profiles;
import io.guildhall.member.grant.GrantCommand.EndGrant;
import io.guildhall.member.grant.GrantCommand.GiveGrant;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.member.grant.Resource;
import io.guildhall.member.grant.access.GivenGrant;
import io.guildhall.member.grant.access.GivenGrants;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grants that an owner gives and ends. */
@RestController
@RequestMapping("/api/communities/{communityId}/grants")
@RoleIn("owner")
@Tag(name = "Grants", description = "Who may use what, since when, until when and why")
class GrantController {

    record Given(String grantId) {}

    private final GivenGrants grants;
    private final Profiles profiles;
    private final Commands commands;
    private final InstantSource clock;

    GrantController(GivenGrants grants, Profiles profiles, Commands commands, InstantSource clock) {
        this.grants = grants;
        this.profiles = profiles;
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give access", description = "404 when there is no such verified member.")
    Given give(@PathVariable String communityId, @Valid @RequestBody GrantRequest request) {
        if (!profiles.isVerified(request.memberId())) {
            throw new NotFound();
        }
        String grantId = RequestIds.next("grt");
        Instant from = request.from() == null ? clock.instant() : request.from();
        commands.send(new GiveGrant(
                grantId,
                communityId,
                request.memberId(),
                new Resource(request.resource()),
                GrantGranted.BY_HAND,
                from,
                request.until(),
                request.reason().strip()));
        return new Given(grantId);
    }

    @DeleteMapping("/{grantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a grant", description = "Ends this one and no other; may be repeated.")
    void end(@PathVariable String communityId, @PathVariable String grantId, @Valid @RequestBody EndRequest request) {
        if (!Ids.isId("grt", grantId)) {
            throw new NotFound();
        }
        commands.send(new EndGrant(
                grantId, communityId, clock.instant(), request.reason().strip()));
    }

    @GetMapping
    @Operation(summary = "Grants of the community", description = "Also those that have ended, with the reason.")
    Page<GivenGrant> list(
            @PathVariable String communityId,
            @RequestParam(required = false) @Nullable String memberId,
            @RequestParam(required = false) @Nullable String resource,
            PageQuery page) {
        return grants.in(communityId, memberId, resource, page);
    }
}
