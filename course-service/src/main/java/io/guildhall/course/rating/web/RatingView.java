package io.guildhall.course.rating.web;

import io.guildhall.course.rating.Rating;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member's rating as it stands now. */
record RatingView(String memberId, int stars, @Nullable String comment, Instant givenAt) {

    static RatingView of(Rating rating) {
        return new RatingView(rating.memberId(), rating.stars(), rating.comment(), rating.givenAt());
    }
}
