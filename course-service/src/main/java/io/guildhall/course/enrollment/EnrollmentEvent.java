package io.guildhall.course.enrollment;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import java.time.LocalDate;

/** The facts of an enrollment, as stored for ever. */
public sealed interface EnrollmentEvent extends InCommunity {

    String enrollmentId();

    String courseId();

    String memberId();

    @EventName("course.enrollment.member-enrolled")
    record MemberEnrolled(String enrollmentId, String communityId, String courseId, String memberId)
            implements EnrollmentEvent {}

    /** @param day in UTC; a lesson is told as read once a day */
    @EventName("course.enrollment.lesson-read")
    record LessonRead(
            String enrollmentId, String communityId, String courseId, String memberId, String lessonId, LocalDate day)
            implements EnrollmentEvent {}

    @EventName("course.enrollment.lesson-completed")
    record LessonCompleted(String enrollmentId, String communityId, String courseId, String memberId, String lessonId)
            implements EnrollmentEvent {}

    /** @param lessonCount how many lessons the course had when the last of them was completed */
    @EventName("course.enrollment.course-completed")
    record CourseCompleted(String enrollmentId, String communityId, String courseId, String memberId, int lessonCount)
            implements EnrollmentEvent {}
}
