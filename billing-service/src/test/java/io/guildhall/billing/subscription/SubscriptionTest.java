package io.guildhall.billing.subscription;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.PLAN;

import io.guildhall.billing.Guild;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.subscription.SubscriptionCommand.CancelSubscription;
import io.guildhall.billing.subscription.SubscriptionCommand.FailRenewal;
import io.guildhall.billing.subscription.SubscriptionCommand.GiveTerm;
import io.guildhall.billing.subscription.SubscriptionCommand.ReachRenewalDate;
import io.guildhall.billing.subscription.SubscriptionCommand.ReachTermEnd;
import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalFailed;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionEvent.TermUnwanted;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final String HOLDER = SubscriptionId.holder(Guild.ID, ADA, PLAN.offerId());
    private static final String ID = SubscriptionId.of("ord_1");
    private static final Instant JANUARY = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-28T10:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-31T10:00:00Z");
    private static final Instant AHEAD = FEBRUARY.minus(Duration.ofHours(12));
    private static final String RENEWAL = SubscriptionId.renewalOrder(ID, FEBRUARY);
    private static final SubscriptionActivated ACTIVATED = activated("ord_1", JANUARY, FEBRUARY);
    private static final RenewalDue DUE = due(FEBRUARY);
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
            RENEWAL);
    private static final RenewalFailed FAILED =
            new RenewalFailed(ID, Guild.ID, ADA, PLAN.offerId(), RENEWAL, FEBRUARY, "payment-failed");
    private static final TermUnwanted TAKEN_BACK =
            new TermUnwanted(ID, Guild.ID, ADA, PLAN.offerId(), RENEWAL, JANUARY, FEBRUARY);
    private static final CancelScheduled CANCELED = new CancelScheduled(ID, Guild.ID, ADA, PLAN.offerId(), FEBRUARY);
    private static final SubscriptionEnded ENDED =
            new SubscriptionEnded(ID, Guild.ID, ADA, PLAN.offerId(), FEBRUARY, "canceled");

    private final FixtureConfiguration<Subscription> subscription = AggregateFixtures.of(Subscription.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Subscription.class, ACTIVATED, DUE, RENEWED, CANCELED, unwanted("ord_3"));
        AggregateFixtures.survivesASnapshot(Subscription.class, ACTIVATED, DUE, FAILED);
        AggregateFixtures.survivesASnapshot(Subscription.class, ACTIVATED, DUE, RENEWED, TAKEN_BACK);
    }

    @Test
    void isActivatedByItsFirstTerm() {
        subscription.givenNoPriorActivity().when(term("ord_1", JANUARY)).expectEvents(ACTIVATED);
    }

    @Test
    void isRenewedWithoutAGapAndKeepsTheDayItBeganOn() {
        subscription.given(ACTIVATED, DUE).when(renewal(RENEWAL)).expectEvents(RENEWED);
    }

    @Test
    void asksForTheNextTermOnceAheadOfTheEndOfOne() {
        subscription.given(ACTIVATED).when(ahead(FEBRUARY)).expectEvents(DUE);
        given(ACTIVATED, DUE).when(ahead(FEBRUARY)).expectNoEvents();
        given(ACTIVATED, DUE, RENEWED).when(ahead(FEBRUARY)).expectNoEvents();
        given(ACTIVATED, DUE, RENEWED).when(ahead(MARCH)).expectEvents(due(MARCH));
    }

    @Test
    void asksForTheNextTermAtTheEndOfOneWhereNobodyDidAhead() {
        subscription.given(ACTIVATED).when(reach(FEBRUARY)).expectEvents(DUE);
        given(ACTIVATED, DUE).when(reach(FEBRUARY)).expectNoEvents();
        given(ACTIVATED, DUE).when(ahead(FEBRUARY)).expectNoEvents();
    }

    @Test
    void asksForNothingOnceItIsCanceledOrHasEnded() {
        subscription.given(ACTIVATED, CANCELED).when(ahead(FEBRUARY)).expectNoEvents();
        given(ACTIVATED, CANCELED, ENDED).when(ahead(FEBRUARY)).expectNoEvents();
        given(ACTIVATED, CANCELED, ENDED).when(reach(FEBRUARY)).expectNoEvents();
    }

    @Test
    void asksForNothingAtTheEndOfAnEarlierTerm() {
        subscription.given(ACTIVATED, DUE, RENEWED).when(reach(FEBRUARY)).expectNoEvents();
    }

    @Test
    void isCanceledOnce() {
        CancelSubscription cancel = cancel(AHEAD);
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
    void endsWithItsTermAndNotBeforeWhenNobodyPaysTheNext() {
        subscription.given(ACTIVATED, DUE).when(fail()).expectEvents(FAILED);
        given(ACTIVATED, DUE, FAILED).when(fail()).expectNoEvents();
        given(ACTIVATED, DUE, FAILED).when(ahead(FEBRUARY)).expectNoEvents();
        given(ACTIVATED, DUE, FAILED)
                .when(reach(FEBRUARY))
                .expectEvents(new SubscriptionEnded(ID, Guild.ID, ADA, PLAN.offerId(), FEBRUARY, "payment-failed"));
    }

    @Test
    void goesOnWhenWhatFailedIsPaidBeforeTheEnd() {
        subscription.given(ACTIVATED, DUE, FAILED).when(renewal(RENEWAL)).expectEvents(RENEWED);
        given(ACTIVATED, DUE, FAILED, RENEWED).when(reach(FEBRUARY)).expectNoEvents();
        given(ACTIVATED, DUE, FAILED, RENEWED).when(reach(MARCH)).expectEvents(due(MARCH));
        given(ACTIVATED, DUE, RENEWED).when(fail()).expectNoEvents();
    }

    @Test
    void outlivesAFailureThatIsHeardWhenItsTermWasPaidAndTheNextIsCharged() {
        subscription.given(ACTIVATED, DUE, RENEWED, due(MARCH)).when(fail()).expectNoEvents();
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
                .when(term(RENEWAL, JANUARY.plusSeconds(60)))
                .expectEvents(RENEWED);
    }

    @Test
    void endsWithItsTermWhenItIsCanceledWhileItsRenewalIsCharged() {
        subscription.given(ACTIVATED, DUE).when(cancel(AHEAD)).expectEvents(unwantedRenewal(FEBRUARY), CANCELED);
        given(ACTIVATED, DUE, FAILED).when(cancel(AHEAD)).expectEvents(CANCELED);
        given(ACTIVATED, DUE, FAILED, CANCELED).when(fail()).expectNoEvents();
        given(ACTIVATED, DUE, FAILED, CANCELED).when(reach(FEBRUARY)).expectEvents(ENDED);
    }

    @Test
    void givesARenewedTermBackThatIsCanceledBeforeItBegins() {
        subscription.given(ACTIVATED, DUE, RENEWED).when(cancel(AHEAD)).expectEvents(TAKEN_BACK, CANCELED);
        given(ACTIVATED, DUE, RENEWED, TAKEN_BACK, CANCELED)
                .when(reach(FEBRUARY))
                .expectEvents(ENDED);
        given(ACTIVATED, DUE, RENEWED, TAKEN_BACK, CANCELED).when(reach(MARCH)).expectNoEvents();
        given(ACTIVATED, DUE, RENEWED, TAKEN_BACK, CANCELED)
                .when(cancel(AHEAD))
                .expectNoEvents()
                .expectException(AlreadyCanceled.class);
    }

    @Test
    void keepsARenewedTermThatIsCanceledOnceItHasBegun() {
        subscription.given(ACTIVATED, DUE, RENEWED).when(cancel(FEBRUARY)).expectEvents(canceled(MARCH));
        given(ACTIVATED, DUE, RENEWED, due(MARCH))
                .when(cancel(FEBRUARY))
                .expectEvents(unwantedRenewal(MARCH), canceled(MARCH));
    }

    @Test
    void keepsATermThatItsHolderBoughtAhead() {
        var bought = bought(2, 2900);
        subscription.given(ACTIVATED, bought).when(cancel(JANUARY)).expectEvents(canceled(MARCH));
        given(ACTIVATED, DUE, bought).when(cancel(AHEAD)).expectEvents(canceled(MARCH));
    }

    @Test
    void renewsAtTheTermsOfWhatItsHolderOrderedLast() {
        var cheaper = bought(3, 1900);
        subscription
                .given(ACTIVATED, DUE, FAILED, cheaper)
                .when(ahead(MARCH))
                .expectEvents(due(MARCH, 3, 1900, "ord_2"));
        given(ACTIVATED, DUE, RENEWED).when(ahead(MARCH)).expectEvents(due(MARCH));
    }

    private static SubscriptionRenewed bought(int version, long amountMinor) {
        return new SubscriptionRenewed(
                ID,
                Guild.ID,
                ADA,
                PLAN.offerId(),
                version,
                "Member",
                PLAN.opens(),
                amountMinor,
                "CNY",
                Period.MONTH,
                FEBRUARY,
                MARCH,
                "ord_2");
    }

    private static RenewalFailed unwantedRenewal(Instant termEnd) {
        return new RenewalFailed(
                ID, Guild.ID, ADA, PLAN.offerId(), SubscriptionId.renewalOrder(ID, termEnd), termEnd, "canceled");
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
        given(ACTIVATED, DUE, failed)
                .when(new GiveTerm(HOLDER, Guild.ID, ADA, PLAN, ID, "ord_2", FEBRUARY.minusSeconds(9)))
                .expectEvents(activated("ord_2", FEBRUARY, Instant.parse("2026-03-28T10:00:00Z")));
    }

    private static GiveTerm term(String orderId, Instant paidAt) {
        return new GiveTerm(HOLDER, Guild.ID, ADA, PLAN, null, orderId, paidAt);
    }

    private static GiveTerm renewal(String orderId) {
        return new GiveTerm(HOLDER, Guild.ID, ADA, PLAN, ID, orderId, FEBRUARY.plusSeconds(9));
    }

    private static TermUnwanted unwanted(String orderId) {
        return new TermUnwanted(ID, Guild.ID, ADA, PLAN.offerId(), orderId, null, null);
    }

    private static TestExecutor<Subscription> given(Object... events) {
        return AggregateFixtures.of(Subscription.class).given(events);
    }

    private static RenewalDue due(Instant termEnd) {
        return due(termEnd, 2, 2900, "ord_1");
    }

    private static RenewalDue due(Instant termEnd, int version, long amountMinor, String orderId) {
        return new RenewalDue(
                ID,
                Guild.ID,
                ADA,
                PLAN.offerId(),
                version,
                "Member",
                PLAN.opens(),
                amountMinor,
                "CNY",
                Period.MONTH,
                termEnd,
                orderId);
    }

    private static CancelScheduled canceled(Instant endsAt) {
        return new CancelScheduled(ID, Guild.ID, ADA, PLAN.offerId(), endsAt);
    }

    private static CancelSubscription cancel(Instant at) {
        return new CancelSubscription(HOLDER, ID, at);
    }

    private static FailRenewal fail() {
        return new FailRenewal(HOLDER, ID, RENEWAL);
    }

    private static ReachRenewalDate ahead(Instant termEnd) {
        return new ReachRenewalDate(HOLDER, ID, termEnd);
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
