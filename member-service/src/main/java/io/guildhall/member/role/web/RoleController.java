package io.guildhall.member.role.web;

import io.guildhall.member.account.Profiles;
import io.guildhall.member.role.Role;
import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.member.role.RoleCommand.WithdrawRole;
import io.guildhall.member.role.holder.RoleHolder;
import io.guildhall.member.role.holder.RoleHolders;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles in a community: owners give and take them. PUT and DELETE may be repeated. */
@RestController
@RequestMapping("/api/communities/{communityId}")
@Tag(name = "Roles", description = "Who is owner, author, moderator or analyst of a community")
class RoleController {

    private static final String BY_OWNER = "by an owner";

    record Holder(String memberId, String role, Instant since) {

        static Holder of(RoleHolder holder) {
            return new Holder(holder.memberId(), holder.role(), holder.since());
        }
    }

    private final RoleHolders holders;
    private final Profiles profiles;
    private final Commands commands;

    RoleController(RoleHolders holders, Profiles profiles, Commands commands) {
        this.holders = holders;
        this.profiles = profiles;
        this.commands = commands;
    }

    @GetMapping("/roles")
    @RoleIn({"owner", "author", "moderator"})
    @Operation(summary = "Who holds which role")
    Page<Holder> list(@PathVariable String communityId) {
        return Page.whole(holders.in(communityId).stream().map(Holder::of).toList());
    }

    @PutMapping("/members/{memberId}/roles/{role}")
    @RoleIn("owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a role", description = "Roles: owner, author, moderator, analyst.")
    void grant(@PathVariable String communityId, @PathVariable String memberId, @PathVariable String role) {
        if (!profiles.isVerified(memberId)) {
            throw new NotFound();
        }
        commands.send(GrantRole.of(communityId, memberId, known(role), BY_OWNER));
    }

    @DeleteMapping("/members/{memberId}/roles/{role}")
    @RoleIn("owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a role away", description = "409 `last-owner` for the only owner.")
    void withdraw(@PathVariable String communityId, @PathVariable String memberId, @PathVariable String role) {
        commands.send(WithdrawRole.of(communityId, memberId, known(role), BY_OWNER));
    }

    private static Role known(String role) {
        return Role.ofCommunity(role).orElseThrow(NotFound::new);
    }
}
