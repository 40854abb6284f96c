package io.guildhall.member.membership.web;

import io.guildhall.member.membership.roster.Roster;
import io.guildhall.member.membership.roster.RosterEntry;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows memberships; they come from what is paid, and nobody writes them by hand. */
@RestController
@Tag(name = "Memberships", description = "Who belongs to a community, since when and until when")
class MembershipController {

    private final Roster roster;

    MembershipController(Roster roster) {
        this.roster = roster;
    }

    @GetMapping("/api/me/memberships")
    @SignedIn
    @Operation(summary = "My memberships", description = "Also those that have ended.")
    Page<RosterEntry> mine(Actor actor) {
        return Page.whole(roster.of(actor.id()));
    }

    @GetMapping("/api/communities/{communityId}/members")
    @RoleIn({"owner", "moderator"})
    @Operation(
            summary = "Members of a community",
            description = "Also those who have left; one of them with \"memberId\".")
    Page<RosterEntry> list(
            @PathVariable String communityId,
            @RequestParam(required = false) @Nullable String memberId,
            PageQuery page) {
        return roster.in(communityId, memberId, page);
    }
}
