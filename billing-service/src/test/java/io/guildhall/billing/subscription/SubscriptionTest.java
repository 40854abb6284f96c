package io.guildhall.billing.subscription;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.PLAN;

import io.guildhall.billing.Guild;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.subscription.SubscriptionCommand.CancelSubscription;
import io.guildhall.billing.subscription.SubscriptionCommand.FailRenewal;
import io.guildhall.billing.subscription.SubscriptionCommand.GiveTerm;
import io.guildhall.billing.subscription.SubscriptionCommand.ReachTermEnd;
import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionEvent.TermUnwanted;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final String HOLDER = SubscriptionId.holder(Guild.ID, ADA, PLAN.offerId());
    private static final String ID = SubscriptionId.of("ord_1");
    private static final Instant JANUARY = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-28T10:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-31T10:00:00Z");
    private static final SubscriptionActivated ACTIVATED = activated("ord_1", JANUARY, FEBRUARY);
    private static final RenewalDue DUE = new RenewalDue(
            ID, Guild.ID, ADA, PLAN.offerId(), 2, "Member", PLAN.opens(), 2900, "CNY", Period.MONTH, FEBRUARY, "ord_1");
    private static final SubscriptionRenewed RENEWED = new SubscriptionRenewed(
            ID,
            Guild.ID,
            ADA,
            PLAN.offerId(),
            2,
            "Member",
            PLAN.opens(),
            2900,
            "CNY",
            Period.MONTH,
            FEBRUARY,
            MARCH,
            "ord_2");
    private static final CancelScheduled CANCELED = new CancelScheduled(ID, Guild.ID, ADA, PLAN.offerId(), FEBRUARY);
    private static final SubscriptionEnded ENDED =
            new SubscriptionEnded(ID, Guild.ID, ADA, PLAN.offerId(), FEBRUARY, "canceled");

    private final FixtureConfiguration<Subscription> subscription = AggregateFixtures.of(Subscription.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Subscription.class, ACTIVATED, DUE, RENEWED, CANCELED, unwanted("ord_3"));
    }

    @Test
    void isActivatedByItsFirstTerm() {
        subscription.givenNoPriorActivity().when(term("ord_1", JANUARY)).expectEvents(ACTIVATED);
    }

    @Test
    void isRenewedWithoutAGapAndKeepsTheDayItBeganOn() {
        subscription.given(ACTIVATED, DUE).when(renewal("ord_2")).expectEvents(RENEWED);
    }

    @Test
    void asksForTheNextTermOnceAtTheEndOfOne() {
        subscription.given(ACTIVATED).when(reach(FEBRUARY)).expectEvents(DUE);
        AggregateFixtures.of(Subscription.class)
                .given(ACTIVATED, DUE)
                .when(reach(FEBRUARY))
                .expectNoEvents();
    }

    @Test
    void asksForNothingAtTheEndOfAnEarlierTerm() {
        subscription.given(ACTIVATED, DUE, RENEWED).when(reach(FEBRUARY)).expectNoEvents();
    }

    @Test
    void isCanceledOnce() {
        var cancel = new CancelSubscription(HOLDER, ID);
        subscription.given(ACTIVATED).when(cancel).expectEvents(CANCELED);
        AggregateFixtures.of(Subscription.class)
                .given(ACTIVATED, CANCELED)
                .when(cancel)
                .expectNoEvents()
                .expectException(AlreadyCanceled.class);
        AggregateFixtures.of(Subscription.class)
                .given(ACTIVATED, CANCELED, ENDED)
                .when(cancel)
                .expectNoEvents()
                .expectException(AlreadyCanceled.class);
    }

    @Test
    void endsWithItsTermOnceItIsCanceled() {
        subscription.given(ACTIVATED, CANCELED).when(reach(FEBRUARY)).expectEvents(ENDED);
    }

    @Test
    void endsWithItsTermWhenNobodyPaysTheNext() {
        subscription
                .given(ACTIVATED, DUE)
                .when(new FailRenewal(HOLDER, ID, SubscriptionId.renewalOrder(ID, FEBRUARY)))
                .expectEvents(new SubscriptionEnded(ID, Guild.ID, ADA, PLAN.offerId(), FEBRUARY, "payment-failed"));
        AggregateFixtures.of(Subscription.class)
                .given(ACTIVATED, DUE, RENEWED)
                .when(new FailRenewal(HOLDER, ID, SubscriptionId.renewalOrder(ID, FEBRUARY)))
                .expectNoEvents();
    }

    @Test
    void outlivesAFailureThatIsHeardWhenItsTermWasPaidAndTheNextIsCharged() {
        RenewalDue again = new RenewalDue(
                ID,
                Guild.ID,
                ADA,
                PLAN.offerId(),
                2,
                "Member",
                PLAN.opens(),
                2900,
                "CNY",
                Period.MONTH,
                MARCH,
                "ord_1");
        subscription
                .given(ACTIVATED, DUE, RENEWED, again)
                .when(new FailRenewal(HOLDER, ID, SubscriptionId.renewalOrder(ID, FEBRUARY)))
                .expectNoEvents();
    }

    @Test
    void beginsAnewUnderAnotherIdAfterItEnded() {
        subscription
                .given(ACTIVATED, CANCELED, ENDED)
                .when(term("ord_3", MARCH))
                .expectEvents(activated("ord_3", MARCH, Instant.parse("2026-04-30T10:00:00Z")));
    }

    @Test
    void aSecondPaidTermFollowsTheRunningOne() {
        subscription
                .given(ACTIVATED)
                .when(term("ord_2", JANUARY.plusSeconds(60)))
                .expectEvents(RENEWED);
    }

    @Test
    void endsAtOnceWhenItIsCanceledWhileItsRenewalIsCharged() {
        subscription
                .given(ACTIVATED, DUE)
                .when(new CancelSubscription(HOLDER, ID))
                .expectEvents(CANCELED, ENDED);
    }

    @Test
    void givesNoTermForARenewalThatWasCanceled() {
        subscription
                .given(ACTIVATED, DUE, CANCELED, ENDED)
                .when(renewal("ord_2"))
                .expectEvents(unwanted("ord_2"));
        AggregateFixtures.of(Subscription.class)
                .given(ACTIVATED, DUE, CANCELED, ENDED, activated("ord_3", MARCH, MARCH.plusSeconds(9)))
                .when(renewal("ord_2"))
                .expectEvents(unwanted("ord_2"));
    }

    @Test
    void isNotMadeLongerOnceItIsCanceled() {
        subscription.given(ACTIVATED, CANCELED).when(term("ord_2", JANUARY)).expectEvents(unwanted("ord_2"));
    }

    @Test
    void beginsAnewWhenARenewalThatFailedIsPaidLate() {
        var failed = new SubscriptionEnded(ID, Guild.ID, ADA, PLAN.offerId(), FEBRUARY, "payment-failed");
        subscription
                .given(ACTIVATED, DUE, failed)
                .when(new GiveTerm(HOLDER, Guild.ID, ADA, PLAN, ID, "ord_2", MARCH))
                .expectEvents(activated("ord_2", MARCH, Instant.parse("2026-04-30T10:00:00Z")));
    }

    private static GiveTerm term(String orderId, Instant paidAt) {
        return new GiveTerm(HOLDER, Guild.ID, ADA, PLAN, null, orderId, paidAt);
    }

    private static GiveTerm renewal(String orderId) {
        return new GiveTerm(HOLDER, Guild.ID, ADA, PLAN, ID, orderId, FEBRUARY.plusSeconds(9));
    }

    private static TermUnwanted unwanted(String orderId) {
        return new TermUnwanted(ID, Guild.ID, ADA, PLAN.offerId(), orderId);
    }

    private static ReachTermEnd reach(Instant termEnd) {
        return new ReachTermEnd(HOLDER, ID, termEnd);
    }

    private static SubscriptionActivated activated(String orderId, Instant start, Instant end) {
        return new SubscriptionActivated(
                SubscriptionId.of(orderId),
                Guild.ID,
                ADA,
                PLAN.offerId(),
                2,
                "Member",
                PLAN.opens(),
                2900,
                "CNY",
                Period.MONTH,
                start,
                end,
                orderId);
    }
}
