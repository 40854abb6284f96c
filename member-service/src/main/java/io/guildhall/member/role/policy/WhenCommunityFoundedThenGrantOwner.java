package io.guildhall.member.role.policy;

import io.guildhall.member.role.Role;
import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.member.role.inbox.CommunityFounded;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Who founds a community owns it. */
@Policy(WhenCommunityFoundedThenGrantOwner.NAME)
class WhenCommunityFoundedThenGrantOwner {

    static final String NAME = "when-community-founded-then-grant-owner";

    private final Commands commands;

    WhenCommunityFoundedThenGrantOwner(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(CommunityFounded event, Fact fact) {
        commands.send(GrantRole.of(event.communityId(), event.founderId(), Role.OWNER, "founded"), fact, NAME);
    }
}
