package io.guildhall.platform.security;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps who holds which role from what member-service tells. Repeatable. */
@Projection(value = "role-holdings", keeps = RoleHolding.class)
final class RoleHoldings {

    @Heard("member.role.granted")
    record RoleGranted(String roleId, String communityId, String memberId, String role) {}

    @Heard("member.role.withdrawn")
    record RoleWithdrawn(String roleId, String communityId, String memberId, String role) {}

    private final ReadModel<RoleHolding> holdings;

    RoleHoldings(ReadModels models) {
        this.holdings = models.of(RoleHolding.class);
    }

    @EventHandler
    void on(RoleGranted event, Fact fact) {
        save(new RoleHolding(event.roleId(), event.communityId(), event.memberId(), event.role(), true), fact);
    }

    @EventHandler
    void on(RoleWithdrawn event, Fact fact) {
        save(new RoleHolding(event.roleId(), event.communityId(), event.memberId(), event.role(), false), fact);
    }

    private void save(RoleHolding holding, Fact fact) {
        holdings.save(holding.roleId(), holding, fact);
    }
}
