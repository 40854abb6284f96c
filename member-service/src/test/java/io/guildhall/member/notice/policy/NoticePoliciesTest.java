package io.guildhall.member.notice.policy;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.member.notice.inbox.CancelScheduled;
import io.guildhall.member.notice.inbox.MoneyPartlyRefunded;
import io.guildhall.member.notice.inbox.MoneyRefunded;
import io.guildhall.member.notice.inbox.RenewalFailed;
import io.guildhall.member.notice.inbox.SubscriptionOver;
import io.guildhall.member.role.RoleEvent.RoleGranted;
import io.guildhall.member.role.RoleEvent.RoleWithdrawn;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told what, and that telling it twice is the same notice. */
class NoticePoliciesTest {

    private static final Instant END = History.START.plus(Duration.ofDays(1));

    private final Commands commands = mock(Commands.class);
    private final Tidings tidings = new Tidings(commands, InstantSource.fixed(END));
    private final WhenAccessChangesByHandThenTellTheMember access =
            new WhenAccessChangesByHandThenTellTheMember(tidings);
    private final WhenRoleChangesThenTellTheMember role = new WhenRoleChangesThenTellTheMember(tidings);
    private final WhenSubscriptionEndsThenTellTheMember subscription =
            new WhenSubscriptionEndsThenTellTheMember(tidings);

    @Test
    void accessThatAnOwnerGivesIsTold() {
        told(access, byOwner().own(granted("manual")), NoticeKind.ACCESS_GIVEN, About.access("course:*", END, null));
    }

    @Test
    void nobodyIsToldOfLongAgo() {
        var late = new Tidings(commands, InstantSource.fixed(END.plus(Tidings.NEWS)));
        notTold(new WhenAccessChangesByHandThenTellTheMember(late), byOwner().own(granted("manual")));
    }

    @Test
    void whatAPurchaseOrATermOpensIsNotTold() {
        notTold(access, byOwner().own(granted("purchase"), granted("subscription")));
    }

    @Test
    void accessThatAnOwnerEndsIsToldButNotThatOfARefund() {
        notTold(access, byOwner().own(ended("ord_1")));
        told(access, byOwner().own(ended(null)), NoticeKind.ACCESS_ENDED, About.access("course:*", null, END));
    }

    /** The first revision did not say the order. */
    @Test
    void whatARefundClosedIsNotToldThoughItWasRecordedLongAgo() {
        var refunded = new GrantEnded("grt_1", "com_1", "mem_ada", "course:*", END, GrantEnded.REFUNDED, null);

        access.on(refunded, ofFirstRevision());
        verifyNoInteractions(commands);

        access.on(ended(null), ofFirstRevision());
        verify(commands).send(any(), any(), any());
    }

    private static Fact ofFirstRevision() {
        return new Fact(
                "member",
                new LogPosition("member.0", 1),
                "evt_1",
                "member.grant.ended",
                1,
                "grt_1",
                1,
                "com_1",
                END,
                END,
                "mem_olga",
                "evt_1",
                true);
    }

    @Test
    void nobodyIsToldWhatHeDidHimself() {
        notTold(access, new History().by("mem_ada").own(granted("manual"), ended(null)));
        notTold(
                role,
                new History().by("mem_ada").own(new RoleGranted("rol_1", "com_1", "mem_ada", "owner", "founded")));
    }

    @Test
    void rolesAreTold() {
        told(
                role,
                byOwner().own(new RoleGranted("rol_1", "com_1", "mem_ada", "author", "by an owner")),
                NoticeKind.ROLE_GRANTED,
                About.role("author"));
        told(
                role,
                byOwner().own(new RoleWithdrawn("rol_1", "com_1", "mem_ada", "author", "by an owner")),
                NoticeKind.ROLE_WITHDRAWN,
                About.role("author"));
    }

    @Test
    void theOperatorOfTheSetUpKnows() {
        notTold(role, new History().own(new RoleGranted("rol_1", "*", "mem_ada", "operator", "set up")));
    }

    @Test
    void whoJoinsIsWelcomedOnceHoweverOftenItIsTold() {
        ArrivesTwice.tell(
                new WhenMembershipJoinedThenWelcome(tidings),
                new History()
                        .own(
                                new MembershipJoined("mbs_1", "com_1", "mem_ada", END),
                                new MembershipJoined("mbs_1", "com_1", "mem_ada", History.START)));

        var welcome = GiveNotice.of("mbs_1", "com_1", "mem_ada", NoticeKind.WELCOME, About.nothing());
        verify(commands, times(2)).send(eq(welcome), any(), eq(WhenMembershipJoinedThenWelcome.NAME));
    }

    @Test
    void aFailedChargeIsToldWhileOneCanAct() {
        told(
                subscription,
                new History().heard("sub_1", failed(END, "payment-failed")),
                NoticeKind.RENEWAL_FAILED,
                About.term("off_1", END));
    }

    @Test
    void aFailedChargeIsNotToldTooLateNorToWhoHasCanceled() {
        notTold(
                subscription,
                new History()
                        .heard(
                                "sub_1",
                                failed(History.START, "payment-failed"),
                                failed(END, "canceled"),
                                failed(END, null)));
    }

    @Test
    void theEndOfASubscriptionIsToldAheadAndWhenItCame() {
        told(
                subscription,
                new History().heard("sub_1", new CancelScheduled("com_1", "mem_ada", "off_1", END)),
                NoticeKind.CANCEL_SCHEDULED,
                About.term("off_1", END));
        told(
                subscription,
                new History().heard("sub_1", new SubscriptionOver("com_1", "mem_ada", "off_1", END)),
                NoticeKind.SUBSCRIPTION_ENDED,
                About.term("off_1", END));
    }

    @Test
    void moneyThatIsGivenBackIsTold() {
        var refunds = new WhenMoneyRefundedThenTellTheMember(tidings);
        told(
                refunds,
                new History().heard("ord_1", new MoneyPartlyRefunded("ord_1", "com_1", "mem_ada", 900, "CNY")),
                NoticeKind.PARTLY_REFUNDED,
                About.money("ord_1", 900, "CNY"));
        told(
                refunds,
                new History().heard("ord_1", new MoneyRefunded("ord_1", "com_1", "mem_ada", 2000, "CNY")),
                NoticeKind.REFUNDED,
                About.money("ord_1", 2000, "CNY"));
    }

    private void told(Object policy, History history, NoticeKind kind, About about) {
        ArrivesTwice.tell(policy, history);
        ArrivesTwice.tell(policy, history);

        var notice = GiveNotice.of(history.fact().eventId(), "com_1", "mem_ada", kind, about);
        verify(commands, times(2)).send(eq(notice), eq(history.fact()), any());
    }

    private void notTold(Object policy, History history) {
        ArrivesTwice.tell(policy, history);

        verifyNoInteractions(commands);
    }

    private static History byOwner() {
        return new History().by("mem_olga");
    }

    private static GrantGranted granted(String source) {
        return new GrantGranted("grt_1", "com_1", "mem_ada", "course:*", source, END, null, "a prize");
    }

    private static GrantEnded ended(@Nullable String orderId) {
        return new GrantEnded("grt_1", "com_1", "mem_ada", "course:*", END, "by mistake", orderId);
    }

    private static RenewalFailed failed(Instant endsAt, @Nullable String reason) {
        return new RenewalFailed("com_1", "mem_ada", "off_1", endsAt, reason);
    }
}
