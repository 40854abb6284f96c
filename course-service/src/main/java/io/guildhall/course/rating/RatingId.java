package io.guildhall.course.rating;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** The one id of a member's rating of a course, so that rating again changes it. */
final class RatingId {

    private RatingId() {}

    static String of(String communityId, String courseId, String memberId) {
        String whole = communityId + "/" + courseId + "/" + memberId;
        return Ids.derived("rat", whole.getBytes(StandardCharsets.UTF_8));
    }
}
