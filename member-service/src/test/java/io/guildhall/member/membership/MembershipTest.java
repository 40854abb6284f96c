package io.guildhall.member.membership;

import io.guildhall.member.membership.MembershipCommand.EndTerms;
import io.guildhall.member.membership.MembershipCommand.RunTerm;
import io.guildhall.member.membership.MembershipEvent.MembershipActivated;
import io.guildhall.member.membership.MembershipEvent.MembershipChurned;
import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.membership.MembershipEvent.MembershipRenewed;
import io.guildhall.member.membership.MembershipEvent.MembershipReturned;
import io.guildhall.member.membership.MembershipEvent.SubscriptionLeft;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final String ID = MembershipId.of("com_hall", "mem_ada");
    private static final MembershipJoined JOINED = new MembershipJoined(ID, "com_hall", "mem_ada", MARCH);
    private static final MembershipActivated ACTIVATED = activated("sub_1", MARCH, APRIL);
    private static final MembershipChurned CHURNED = new MembershipChurned(ID, "com_hall", "mem_ada", APRIL);

    private final FixtureConfiguration<Membership> membership = new AggregateTestFixture<>(Membership.class);

    @Test
    void beginsWithTheFirstTerm() {
        membership.givenNoPriorActivity().when(term("sub_1", MARCH, APRIL)).expectEvents(JOINED, ACTIVATED);
    }

    @Test
    void aTermCountsOnce() {
        membership.given(JOINED, ACTIVATED).when(term("sub_1", MARCH, APRIL)).expectNoEvents();
    }

    @Test
    void goesOnWithTheNextTerm() {
        membership.given(JOINED, ACTIVATED).when(term("sub_1", APRIL, MAY)).expectEvents(renewed("sub_1", APRIL, MAY));
    }

    @Test
    void endsWithTheLastSubscription() {
        membership
                .given(JOINED, ACTIVATED)
                .when(new EndTerms(ID, "sub_1", APRIL))
                .expectEvents(left("sub_1", APRIL), CHURNED);
    }

    @Test
    void goesOnWhileAnotherSubscriptionDoes() {
        membership
                .given(JOINED, ACTIVATED, renewed("sub_2", MARCH, MAY))
                .when(new EndTerms(ID, "sub_1", APRIL))
                .expectEvents(left("sub_1", APRIL));
    }

    @Test
    void hearingLateOfAnEndTellsTheTimeBetween() {
        membership
                .given(JOINED, ACTIVATED, renewed("sub_2", MAY, JUNE))
                .when(new EndTerms(ID, "sub_1", APRIL))
                .expectEvents(left("sub_1", APRIL), CHURNED, new MembershipReturned(ID, "com_hall", "mem_ada", MAY));
    }

    @Test
    void hearingLateOfATermTellsThatNobodyLeft() {
        membership
                .given(JOINED, ACTIVATED, left("sub_1", APRIL), CHURNED)
                .when(term("sub_2", MARCH, MAY))
                .expectEvents(new MembershipReturned(ID, "com_hall", "mem_ada", APRIL), renewed("sub_2", MARCH, MAY));
    }

    @Test
    void hearingLateOfTheFirstTermTellsAnEarlierBeginning() {
        membership
                .given(new MembershipJoined(ID, "com_hall", "mem_ada", APRIL), activated("sub_2", APRIL, MAY))
                .when(term("sub_1", MARCH, APRIL))
                .expectEvents(JOINED, ACTIVATED);
    }

    @Test
    void endsOnce() {
        membership
                .given(JOINED, ACTIVATED, CHURNED)
                .when(new EndTerms(ID, "sub_1", APRIL))
                .expectNoEvents();
    }

    @Test
    void whoHasLeftReturns() {
        membership
                .given(JOINED, ACTIVATED, CHURNED)
                .when(term("sub_3", APRIL, MAY))
                .expectEvents(new MembershipReturned(ID, "com_hall", "mem_ada", APRIL), activated("sub_3", APRIL, MAY));
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Membership.class, JOINED, ACTIVATED, CHURNED);
    }

    private static SubscriptionLeft left(String subscriptionId, Instant at) {
        return new SubscriptionLeft(ID, "com_hall", "mem_ada", subscriptionId, at);
    }

    private static RunTerm term(String subscriptionId, Instant from, Instant until) {
        return RunTerm.of("com_hall", "mem_ada", subscriptionId, from, until);
    }

    private static MembershipActivated activated(String subscriptionId, Instant from, Instant until) {
        return new MembershipActivated(ID, "com_hall", "mem_ada", subscriptionId, from, until);
    }

    private static MembershipRenewed renewed(String subscriptionId, Instant from, Instant until) {
        return new MembershipRenewed(ID, "com_hall", "mem_ada", subscriptionId, from, until);
    }
}
