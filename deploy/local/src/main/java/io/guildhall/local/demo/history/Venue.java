package io.guildhall.local.demo.history;

import io.guildhall.local.demo.Founding;
import java.util.List;

/**
 * A founded hall, by the ids of what is in it.
 *
 * @param month the offer of a month; {@code year} that of a year
 */
public record Venue(
        String communityId,
        String name,
        List<Course> courses,
        String month,
        String year,
        String lounge,
        String questions) {

    /** A published course and the offer that sells it. */
    public record Course(String courseId, String offerId, List<String> lessonIds) {}

    String path() {
        return Founding.path(communityId);
    }
}
