package io.guildhall.member.notice;

import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReadMarkTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final FixtureConfiguration<ReadMark> mark = AggregateFixtures.of(ReadMark.class);

    @Test
    void movesOn() {
        mark.givenNoPriorActivity().when(upTo(MARCH)).expectEvents(moved(MARCH));
        AggregateFixtures.of(ReadMark.class)
                .given(moved(MARCH))
                .when(upTo(APRIL))
                .expectEvents(moved(APRIL));
    }

    @Test
    void neverGoesBackAndStaysWhereItIs() {
        mark.given(moved(APRIL)).when(upTo(MARCH)).expectNoEvents();
        AggregateFixtures.of(ReadMark.class)
                .given(moved(APRIL))
                .when(upTo(APRIL))
                .expectNoEvents();
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(ReadMark.class, moved(MARCH));
    }

    private static ReadNoticesUpTo upTo(Instant moment) {
        return new ReadNoticesUpTo("nmk_1", "mem_ada", moment);
    }

    private static NoticesReadUpTo moved(Instant moment) {
        return new NoticesReadUpTo("nmk_1", "mem_ada", moment);
    }
}
