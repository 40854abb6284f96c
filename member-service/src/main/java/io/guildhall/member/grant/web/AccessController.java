package io.guildhall.member.grant.web;

import io.guildhall.member.grant.Resource;
import io.guildhall.member.grant.access.GivenGrants;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers "what may I use, and why", also for another time and for what was known then. */
@RestController
@Tag(name = "Grants")
class AccessController {

    private final GivenGrants grants;
    private final InstantSource clock;

    AccessController(GivenGrants grants, InstantSource clock) {
        this.grants = grants;
        this.clock = clock;
    }

    @GetMapping("/api/communities/{communityId}/access")
    @SignedIn
    @Operation(
            summary = "What may I use, and why",
            description = "`at`: for which time, now if not told. `asKnownAt`: as far as was known then. A refused"
                    + " resource is answered with what would open it.")
    AccessAnswer access(
            Actor actor,
            @PathVariable String communityId,
            @RequestParam(required = false) @Pattern(regexp = Resource.FORM) @Nullable String resource,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Instant asKnownAt) {
        Instant now = clock.instant();
        return AccessAnswer.of(
                grants.of(communityId, actor.id()),
                resource == null ? null : new Resource(resource),
                at == null ? now : at,
                asKnownAt == null ? now : asKnownAt);
    }
}
