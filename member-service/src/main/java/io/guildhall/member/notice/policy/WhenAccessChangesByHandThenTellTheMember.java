package io.guildhall.member.notice.policy;

import io.guildhall.member.grant.GrantEvent;
import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * Who is given access by hand, or loses it so, is told. What a purchase or a term opens is known to whoever paid, and what
 * a refund closes is told with the money.
 */
@Policy(WhenAccessChangesByHandThenTellTheMember.NAME)
class WhenAccessChangesByHandThenTellTheMember {

    static final String NAME = "when-access-changes-by-hand-then-tell-the-member";

    private final Tidings tidings;

    WhenAccessChangesByHandThenTellTheMember(Tidings tidings) {
        this.tidings = tidings;
    }

    @EventHandler
    void on(GrantEvent event, Fact fact) {
        switch (event) {
            case GrantGranted grant -> {
                if (grant.source().equals(GrantGranted.BY_HAND)) {
                    tell(
                            grant.communityId(),
                            grant.memberId(),
                            NoticeKind.ACCESS_GIVEN,
                            About.access(grant.resource(), grant.from(), grant.until()),
                            fact);
                }
            }
            case GrantEnded grant -> {
                if (grant.orderId() == null && !isOldRefund(grant, fact)) {
                    tell(
                            grant.communityId(),
                            grant.memberId(),
                            NoticeKind.ACCESS_ENDED,
                            About.access(grant.resource(), null, grant.endedAt()),
                            fact);
                }
            }
        }
    }

    /** Of which the first revision did not say the order. */
    private static boolean isOldRefund(GrantEnded grant, Fact fact) {
        return fact.revision() == 1 && grant.reason().equals(GrantEnded.REFUNDED);
    }

    private void tell(String communityId, String memberId, NoticeKind kind, About about, Fact fact) {
        if (!memberId.equals(fact.actor())) { // an owner who does it to himself knows
            tidings.tell(GiveNotice.of(fact.eventId(), communityId, memberId, kind, about), fact, NAME);
        }
    }
}
