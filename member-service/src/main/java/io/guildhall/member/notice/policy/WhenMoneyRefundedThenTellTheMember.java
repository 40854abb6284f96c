package io.guildhall.member.notice.policy;

import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.member.notice.inbox.MoneyPartlyRefunded;
import io.guildhall.member.notice.inbox.MoneyRefunded;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Whoever gets money back is told how much, by whosever wish; what it closes is said with it. */
@Policy(WhenMoneyRefundedThenTellTheMember.NAME)
class WhenMoneyRefundedThenTellTheMember {

    static final String NAME = "when-money-refunded-then-tell-the-member";

    private final Tidings tidings;

    WhenMoneyRefundedThenTellTheMember(Tidings tidings) {
        this.tidings = tidings;
    }

    @EventHandler
    void on(MoneyRefunded all, Fact fact) {
        var about = About.money(all.orderId(), all.amountMinor(), all.currency());
        tell(all.communityId(), all.memberId(), NoticeKind.REFUNDED, about, fact);
    }

    @EventHandler
    void on(MoneyPartlyRefunded part, Fact fact) {
        var about = About.money(part.orderId(), part.amountMinor(), part.currency());
        tell(part.communityId(), part.memberId(), NoticeKind.PARTLY_REFUNDED, about, fact);
    }

    private void tell(String communityId, String memberId, NoticeKind kind, About about, Fact fact) {
        tidings.tell(GiveNotice.of(fact.eventId(), communityId, memberId, kind, about), fact, NAME);
    }
}
