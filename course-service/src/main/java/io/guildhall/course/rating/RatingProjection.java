package io.guildhall.course.rating;

import io.guildhall.course.rating.RatingEvent.RatingGiven;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link Rating}; every fact may arrive again. */
@Projection(value = RatingProjection.NAME, keeps = Rating.class)
class RatingProjection {

    static final String NAME = "course-ratings";

    private final ReadModel<Rating> ratings;

    RatingProjection(ReadModels models) {
        ratings = models.of(Rating.class);
    }

    @EventHandler
    void on(RatingEvent event, Fact fact) {
        switch (event) {
            case RatingGiven given ->
                ratings.save(
                        given.ratingId(),
                        new Rating(
                                given.ratingId(),
                                given.communityId(),
                                given.courseId(),
                                given.memberId(),
                                fact.position().number(),
                                given.stars(),
                                given.comment(),
                                fact.validAt()),
                        fact);
        }
    }
}
