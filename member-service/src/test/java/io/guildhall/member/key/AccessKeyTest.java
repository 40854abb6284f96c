package io.guildhall.member.key;

import io.guildhall.member.key.AccessKeyCommand.CreateAccessKey;
import io.guildhall.member.key.AccessKeyCommand.EndAccessKey;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyCreated;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyEnded;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AccessKeyTest {

    private static final Instant NEXT_YEAR = Instant.parse("2027-03-01T00:00:00Z");
    private static final CreateAccessKey CREATE =
            new CreateAccessKey("tok_1", "mem_ada", "laptop", "c0ffee", NEXT_YEAR);
    private static final AccessKeyCreated CREATED =
            new AccessKeyCreated("tok_1", "mem_ada", "laptop", "c0ffee", NEXT_YEAR);
    private static final AccessKeyEnded ENDED = new AccessKeyEnded("tok_1", "mem_ada");

    private final FixtureConfiguration<AccessKey> key = new AggregateTestFixture<>(AccessKey.class);

    @Test
    void isMade() {
        key.givenNoPriorActivity().when(CREATE).expectEvents(CREATED);
    }

    @Test
    void isMadeOnce() {
        key.given(CREATED).when(CREATE).expectNoEvents();
    }

    @Test
    void isEndedByItsMember() {
        key.given(CREATED).when(new EndAccessKey("tok_1", "mem_ada")).expectEvents(ENDED);
    }

    @Test
    void isEndedOnce() {
        key.given(CREATED, ENDED).when(new EndAccessKey("tok_1", "mem_ada")).expectNoEvents();
    }

    @Test
    void isNotFoundByAnother() {
        key.given(CREATED).when(new EndAccessKey("tok_1", "mem_eve")).expectException(NotFound.class);
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(AccessKey.class, CREATED, ENDED);
    }
}
