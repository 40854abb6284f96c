package io.guildhall.member.membership.web;

import io.guildhall.member.membership.roster.Roster;
import io.guildhall.member.membership.roster.RosterEntry;
import io.guildhall.member.membership.roster.RosterState;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows memberships; they come from what is paid, and nobody writes them by hand. */
@RestController
@Tag(name = "Memberships", description = "Who belongs to a community, since when and until when")
class MembershipController {

    private static final String SOMETHING = "(?s).*\\S.*";

    private final Roster roster;
    private final MemberSearch search;

    MembershipController(Roster roster, MemberSearch search) {
        this.roster = roster;
        this.search = search;
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
            description =
                    "Also those who have left. `q` finds by a member's id, the whole mail address, or how a word of"
                        + " the name begins. An id also finds who never was a member: such an entry has no `joinedAt`."
                        + " `memberId` answers the membership of that member, if there is one.")
    Page<RosterEntry> list(
            @PathVariable String communityId,
            @RequestParam(required = false) @Pattern(regexp = SOMETHING) @Size(max = 254) @Nullable String q,
            @RequestParam(required = false) @Schema(allowableValues = {"active", "former"}) @Nullable String state,
            @RequestParam(required = false) @Nullable String memberId,
            PageQuery page) {
        RosterState wanted = state == null ? null : stateOf(state);
        if (q != null) {
            return search.find(communityId, q, wanted, page);
        }
        return memberId == null
                ? roster.in(communityId, wanted, page)
                : roster.in(communityId, List.of(memberId), wanted, page);
    }

    private static RosterState stateOf(String text) {
        return RosterState.named(text).orElseThrow(() -> BadField.value("state", "invalid-value"));
    }
}
