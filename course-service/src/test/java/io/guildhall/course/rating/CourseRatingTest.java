package io.guildhall.course.rating;

import io.guildhall.course.rating.RatingCommand.GiveRating;
import io.guildhall.course.rating.RatingEvent.RatingGiven;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseRatingTest {

    private static final String ID = RatingId.of("com_1", "crs_1", "mem_ada");

    private final FixtureConfiguration<CourseRating> rating = AggregateFixtures.of(CourseRating.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(CourseRating.class, given(4, "good"));
    }

    @Test
    void ratesACourse() {
        rating.givenNoPriorActivity().when(give(4, "good")).expectEvents(given(4, "good"));
    }

    @Test
    void changesARating() {
        rating.given(given(4, null)).when(give(3, null)).expectEvents(given(3, null));
    }

    @Test
    void tellsTheSameStarsOnce() {
        rating.given(given(3, null), given(4, null))
                .when(give(4, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void addsAComment() {
        rating.given(given(4, null)).when(give(4, "good")).expectEvents(given(4, "good"));
    }

    @Test
    void takesACommentAway() {
        rating.given(given(4, "good")).when(give(4, null)).expectEvents(given(4, null));
    }

    private static GiveRating give(int stars, @Nullable String comment) {
        return GiveRating.of("com_1", "crs_1", "mem_ada", stars, comment);
    }

    private static RatingGiven given(int stars, @Nullable String comment) {
        return new RatingGiven(ID, "com_1", "crs_1", "mem_ada", stars, comment);
    }
}
