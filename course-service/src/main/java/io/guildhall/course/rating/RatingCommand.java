package io.guildhall.course.rating;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a member may ask of the own rating of a course. */
public sealed interface RatingCommand {

    /**
     * Rates a course, or rates it anew. Whether the member may is asked of {@link Raters} before.
     *
     * @param stars 1 to 5
     * @param comment takes the place of the one before; {@code null} takes it away
     */
    record GiveRating(
            @TargetAggregateIdentifier String ratingId,
            String communityId,
            String courseId,
            String memberId,
            int stars,
            @Nullable String comment)
            implements RatingCommand {

        public static GiveRating of(
                String communityId, String courseId, String memberId, int stars, @Nullable String comment) {
            return new GiveRating(
                    RatingId.of(communityId, courseId, memberId), communityId, courseId, memberId, stars, comment);
        }
    }
}
