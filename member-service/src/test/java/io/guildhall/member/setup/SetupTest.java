package io.guildhall.member.setup;

import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SetupTest {

    private static final Instant NEXT_YEAR = Instant.parse("2027-03-01T00:00:00Z");
    private static final SetUpInstallation SET_UP = new SetUpInstallation(
            SetUpInstallation.ID,
            "mem_ada",
            "mad_ada",
            "crd_1",
            "ada@example.org",
            "Ada",
            "tok_1",
            "c0ffee",
            NEXT_YEAR);
    private static final InstallationSetUp DONE = new InstallationSetUp(
            "mem_ada", "mad_ada", "crd_1", "ada@example.org", "Ada", "tok_1", "c0ffee", NEXT_YEAR);

    private final FixtureConfiguration<Setup> setup = new AggregateTestFixture<>(Setup.class);

    @Test
    void makesTheFirstOperator() {
        setup.givenNoPriorActivity().when(SET_UP).expectEvents(DONE);
    }

    @Test
    void isDoneOnce() {
        setup.given(DONE).when(SET_UP).expectException(AlreadySetUp.class).expectNoEvents();
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Setup.class, DONE);
    }
}
