package io.guildhall.community.founding;

import io.guildhall.community.founding.CommunityCommand.FoundCommunity;
import io.guildhall.community.founding.CommunityEvent.CommunityFounded;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CommunityTest {

    private static final FoundCommunity FOUND = new FoundCommunity("com_1", "mem_ada", "Rust", "Iron, no rust", "en");
    private static final CommunityFounded FOUNDED =
            new CommunityFounded("com_1", "mem_ada", "Rust", "Iron, no rust", "en");

    private final FixtureConfiguration<Community> community = new AggregateTestFixture<>(Community.class);

    @Test
    void isFounded() {
        community.givenNoPriorActivity().when(FOUND).expectEvents(FOUNDED);
    }

    @Test
    void isFoundedOnce() {
        community.given(FOUNDED).when(FOUND).expectException(EventStoreException.class);
    }
}
