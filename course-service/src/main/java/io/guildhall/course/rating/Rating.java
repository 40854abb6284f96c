package io.guildhall.course.rating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a member's rating of a course as it stands now; a rebuild shows {@code ‹erased›} in the place of an erased
 * person's comment.
 *
 * @param place in the list: the position at which it was last given
 * @param stars 1 to 5
 */
@Document("course_rating")
@CompoundIndex(name = "newest", def = "{courseId: 1, place: -1}")
@CompoundIndex(name = "stars", def = "{courseId: 1, stars: 1}")
public record Rating(
        @Id String ratingId,
        String communityId,
        String courseId,
        String memberId,
        long place,
        int stars,
        @Nullable String comment,
        Instant givenAt) {}
