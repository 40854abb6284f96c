package io.guildhall.member.notice.policy;

import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.member.role.Role;
import io.guildhall.member.role.RoleEvent;
import io.guildhall.member.role.RoleEvent.RoleGranted;
import io.guildhall.member.role.RoleEvent.RoleWithdrawn;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Who gets or loses a role in a community by another's hand is told; a founder, and whoever lays his own down, knows. */
@Policy(WhenRoleChangesThenTellTheMember.NAME)
class WhenRoleChangesThenTellTheMember {

    static final String NAME = "when-role-changes-then-tell-the-member";

    private final Tidings tidings;

    WhenRoleChangesThenTellTheMember(Tidings tidings) {
        this.tidings = tidings;
    }

    @EventHandler
    void on(RoleEvent event, Fact fact) {
        NoticeKind kind = switch (event) {
            case RoleGranted _ -> NoticeKind.ROLE_GRANTED;
            case RoleWithdrawn _ -> NoticeKind.ROLE_WITHDRAWN;
        };
        boolean ofInstallation = event.communityId().equals(Role.INSTALLATION); // given at set-up, by its operator
        if (!ofInstallation && !event.memberId().equals(fact.actor())) {
            tidings.tell(
                    GiveNotice.of(
                            fact.eventId(), event.communityId(), event.memberId(), kind, About.role(event.role())),
                    fact,
                    NAME);
        }
    }
}
