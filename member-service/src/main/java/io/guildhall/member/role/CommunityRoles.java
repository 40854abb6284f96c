package io.guildhall.member.role;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.member.role.RoleCommand.WithdrawRole;
import io.guildhall.member.role.RoleEvent.RoleGranted;
import io.guildhall.member.role.RoleEvent.RoleWithdrawn;
import io.guildhall.platform.axon.Snapshotted;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides who holds which role in one community, and that one owner always stays. */
@Aggregate
@Snapshotted(name = "member.community-roles", revision = 1)
class CommunityRoles {

    @AggregateIdentifier
    private @Nullable String rolesId;

    private Map<String, TreeSet<String>> holders = new HashMap<>(); // by role

    CommunityRoles() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantRole command) {
        String role = command.role().text();
        if (!holds(command.memberId(), role)) {
            apply(new RoleGranted(
                    RoleCommand.roleIdOf(command.communityId(), command.memberId(), command.role()),
                    command.communityId(),
                    command.memberId(),
                    role,
                    command.reason()));
        }
    }

    @CommandHandler
    void handle(WithdrawRole command) {
        String role = command.role().text();
        if (!holds(command.memberId(), role)) {
            return;
        }
        boolean ruling = command.role() == Role.OWNER || command.role() == Role.OPERATOR;
        if (ruling && holders.getOrDefault(role, new TreeSet<>()).size() == 1) {
            throw new LastOwner();
        }
        apply(new RoleWithdrawn(
                RoleCommand.roleIdOf(command.communityId(), command.memberId(), command.role()),
                command.communityId(),
                command.memberId(),
                role,
                command.reason()));
    }

    @EventSourcingHandler
    void on(RoleEvent event) {
        rolesId = RoleCommand.rolesIdOf(event.communityId());
        TreeSet<String> members = holders.computeIfAbsent(event.role(), _ -> new TreeSet<>());
        switch (event) {
            case RoleGranted granted -> members.add(granted.memberId());
            case RoleWithdrawn withdrawn -> members.remove(withdrawn.memberId());
        }
    }

    private boolean holds(String memberId, String role) {
        return holders.getOrDefault(role, new TreeSet<>()).contains(memberId);
    }
}
