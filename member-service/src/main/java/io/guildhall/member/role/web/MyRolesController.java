package io.guildhall.member.role.web;

import io.guildhall.member.role.holder.RoleHolders;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own roles in all communities; community {@code *} is the installation. */
@RestController
@SignedIn
@Tag(name = "Roles")
class MyRolesController {

    record MyRole(String communityId, String role, Instant since) {}

    private final RoleHolders holders;

    MyRolesController(RoleHolders holders) {
        this.holders = holders;
    }

    @GetMapping("/api/me/roles")
    @Operation(summary = "My roles in all communities")
    Page<MyRole> list(Actor actor) {
        return Page.whole(holders.of(actor.id()).stream()
                .map(held -> new MyRole(held.communityId(), held.role(), held.since()))
                .toList());
    }
}
