package io.guildhall.member.role.holder;

import io.guildhall.member.role.RoleEvent;
import io.guildhall.member.role.RoleEvent.RoleGranted;
import io.guildhall.member.role.RoleEvent.RoleWithdrawn;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link RoleHolder}. Every write may be repeated. */
@Projection(value = "role-holders", keeps = RoleHolder.class)
class RoleHolderProjection {

    private final ReadModel<RoleHolder> holders;

    RoleHolderProjection(ReadModels models) {
        this.holders = models.of(RoleHolder.class);
    }

    @EventHandler
    void on(RoleEvent event, Fact fact) {
        switch (event) {
            case RoleGranted role -> holders.save(role.roleId(), of(role, fact), fact);
            case RoleWithdrawn role -> holders.remove(role.roleId(), fact);
        }
    }

    private static RoleHolder of(RoleGranted role, Fact fact) {
        return new RoleHolder(
                role.roleId(), role.communityId(), role.memberId(), role.role(), fact.validAt(), role.reason());
    }
}
