package io.guildhall.member.notice.policy;

import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.member.notice.inbox.CancelScheduled;
import io.guildhall.member.notice.inbox.RenewalFailed;
import io.guildhall.member.notice.inbox.SubscriptionOver;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * That a term is the last is told when that is known, and again when it is over. A charge that fails only when the term is
 * over leaves nothing to do, and the end itself is told anyway.
 */
@Policy(WhenSubscriptionEndsThenTellTheMember.NAME)
class WhenSubscriptionEndsThenTellTheMember {

    static final String NAME = "when-subscription-ends-then-tell-the-member";

    private final Tidings tidings;

    WhenSubscriptionEndsThenTellTheMember(Tidings tidings) {
        this.tidings = tidings;
    }

    @EventHandler
    void on(RenewalFailed failed, Fact fact) {
        if (failed.unpaid() && fact.validAt().isBefore(failed.endsAt())) {
            tell(
                    failed.communityId(),
                    failed.memberId(),
                    NoticeKind.RENEWAL_FAILED,
                    About.term(failed.offerId(), failed.endsAt()),
                    fact);
        }
    }

    @EventHandler
    void on(CancelScheduled canceled, Fact fact) {
        tell(
                canceled.communityId(),
                canceled.memberId(),
                NoticeKind.CANCEL_SCHEDULED,
                About.term(canceled.offerId(), canceled.endsAt()),
                fact);
    }

    @EventHandler
    void on(SubscriptionOver over, Fact fact) {
        tell(
                over.communityId(),
                over.memberId(),
                NoticeKind.SUBSCRIPTION_ENDED,
                About.term(over.offerId(), over.endedAt()),
                fact);
    }

    private void tell(String communityId, String memberId, NoticeKind kind, About about, Fact fact) {
        tidings.tell(GiveNotice.of(fact.eventId(), communityId, memberId, kind, about), fact, NAME);
    }
}
