package io.guildhall.course.enrollment;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** The one id of a member's enrollment in a course, so that enrolling twice is enrolling once. */
public final class EnrollmentId {

    private EnrollmentId() {}

    /** The community counts too: a grant of one community must not take the place of another's enrollment. */
    public static String of(String communityId, String courseId, String memberId) {
        String whole = communityId + "/" + courseId + "/" + memberId;
        return Ids.derived("enr", whole.getBytes(StandardCharsets.UTF_8));
    }
}
