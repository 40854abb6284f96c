package io.guildhall.member.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.member.grant.GrantCommand.EndGrant;
import io.guildhall.member.grant.GrantCommand.GiveGrant;
import io.guildhall.member.grant.GrantCommand.WithdrawGrant;
import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final GrantGranted GRANTED =
            new GrantGranted("grt_1", "com_hall", "mem_ada", "course:*", "manual", MARCH, APRIL, "won a prize");
    private static final GrantEnded ENDED =
            new GrantEnded("grt_1", "com_hall", "mem_ada", "course:*", MARCH, "by mistake", null);
    private static final GrantEnded GIVEN_BACK =
            new GrantEnded("grt_1", "com_hall", "mem_ada", "course:*", MARCH, "refunded", "ord_1");

    private static final WithdrawGrant WITHDRAW =
            new WithdrawGrant("grt_1", "com_hall", "mem_ada", new Resource("course:*"), MARCH, "refunded", "ord_1");

    private final FixtureConfiguration<Grant> grant = new AggregateTestFixture<>(Grant.class);

    @Test
    void opensAResource() {
        grant.givenNoPriorActivity().when(give(APRIL)).expectEvents(GRANTED);
    }

    @Test
    void isGivenOnce() {
        grant.given(GRANTED).when(give(APRIL)).expectNoEvents();
    }

    @Test
    void refusesAnEndThatIsNotAfterTheBeginning() {
        grant.givenNoPriorActivity().when(give(MARCH)).expectException(GrantEndsBeforeItBegins.class);
    }

    @Test
    void isEnded() {
        grant.given(GRANTED)
                .when(new EndGrant("grt_1", "com_hall", MARCH, "by mistake"))
                .expectEvents(ENDED);
    }

    @Test
    void isEndedOnce() {
        grant.given(GRANTED, ENDED)
                .when(new EndGrant("grt_1", "com_hall", APRIL, "again"))
                .expectNoEvents();
    }

    @Test
    void isWithdrawnOnce() {
        grant.given(GRANTED).when(WITHDRAW).expectEvents(GIVEN_BACK);
        AggregateFixtures.of(Grant.class).given(GRANTED, ENDED).when(WITHDRAW).expectNoEvents();
    }

    @Test
    void isNotGivenWhenItWasWithdrawnBefore() {
        grant.givenNoPriorActivity().when(WITHDRAW).expectEvents(GIVEN_BACK);
        AggregateFixtures.of(Grant.class).given(GIVEN_BACK).when(give(APRIL)).expectNoEvents();
    }

    @Test
    void isNotFoundInAnotherCommunity() {
        grant.given(GRANTED)
                .when(new EndGrant("grt_1", "com_other", APRIL, "not mine"))
                .expectException(NotFound.class);
    }

    @Test
    void namesOneCourseOrAll() {
        String course = "course:crs_" + "0".repeat(32);
        assertThat(new Resource(course).coveredBy()).containsExactly(course, "course:*");
        assertThat(new Resource("course:*").coveredBy()).containsExactly("course:*");
        assertThatThrownBy(() -> new Resource("course:everything")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Grant.class, GRANTED, ENDED);
    }

    private static GiveGrant give(@Nullable Instant until) {
        return new GiveGrant(
                "grt_1", "com_hall", "mem_ada", new Resource("course:*"), "manual", MARCH, until, "won a prize");
    }
}
