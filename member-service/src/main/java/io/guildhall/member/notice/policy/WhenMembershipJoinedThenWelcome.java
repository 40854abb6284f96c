package io.guildhall.member.notice.policy;

import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * Who becomes a member for the first time is welcomed, once: that he joined is told again where one hears late of a term
 * before. A return is not told. It follows a purchase, and where news come late it only says that nobody had left.
 */
@Policy(WhenMembershipJoinedThenWelcome.NAME)
class WhenMembershipJoinedThenWelcome {

    static final String NAME = "when-membership-joined-then-welcome";

    private final Tidings tidings;

    WhenMembershipJoinedThenWelcome(Tidings tidings) {
        this.tidings = tidings;
    }

    @EventHandler
    void on(MembershipJoined joined, Fact fact) {
        tidings.tell(
                GiveNotice.of(
                        joined.membershipId(),
                        joined.communityId(),
                        joined.memberId(),
                        NoticeKind.WELCOME,
                        About.nothing()),
                fact,
                NAME);
    }
}
