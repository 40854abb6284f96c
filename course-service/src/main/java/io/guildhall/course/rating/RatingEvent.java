package io.guildhall.course.rating;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.privacy.Personal;
import org.jspecify.annotations.Nullable;

/** The facts of one member's rating of a course, as stored for ever; the last one counts. */
public sealed interface RatingEvent extends InCommunity {

    /** @param stars 1 to 5 */
    @EventName("course.rating.given")
    record RatingGiven(
            String ratingId,
            String communityId,
            String courseId,
            String memberId,
            int stars,

            @Personal(subject = "memberId") @Nullable String comment)
            implements RatingEvent {}
}
