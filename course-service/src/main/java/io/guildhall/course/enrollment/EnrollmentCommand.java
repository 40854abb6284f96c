package io.guildhall.course.enrollment;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller may ask of an {@link Enrollment}; all of it may be repeated. */
public sealed interface EnrollmentCommand {

    String enrollmentId();

    String communityId();

    String courseId();

    String memberId();

    record EnrollMember(
            @TargetAggregateIdentifier String enrollmentId, String communityId, String courseId, String memberId)
            implements EnrollmentCommand {

        public static EnrollMember of(String communityId, String courseId, String memberId) {
            return new EnrollMember(EnrollmentId.of(communityId, courseId, memberId), communityId, courseId, memberId);
        }
    }

    /**
     * Counts a lesson as read, once a day however often it is opened, and enrolls who was not yet; refused with {@link
     * LessonNotInCourse}.
     *
     * @param courseLessonIds all lessons of the published course
     * @param day of the reading in UTC; one before the last counted day counts nothing
     */
    record ReadLesson(
            @TargetAggregateIdentifier String enrollmentId,
            String communityId,
            String courseId,
            String memberId,
            String lessonId,
            List<String> courseLessonIds,
            LocalDate day)
            implements EnrollmentCommand {

        public static ReadLesson of(
                String communityId,
                String courseId,
                String memberId,
                String lessonId,
                List<String> courseLessonIds,
                LocalDate day) {
            return new ReadLesson(
                    EnrollmentId.of(communityId, courseId, memberId),
                    communityId,
                    courseId,
                    memberId,
                    lessonId,
                    courseLessonIds,
                    day);
        }
    }

    /**
     * Counts a lesson as learned, and enrolls who was not yet; refused with {@link LessonNotInCourse}.
     *
     * @param courseLessonIds all lessons of the published course
     */
    record CompleteLesson(
            @TargetAggregateIdentifier String enrollmentId,
            String communityId,
            String courseId,
            String memberId,
            String lessonId,
            List<String> courseLessonIds)
            implements EnrollmentCommand {

        public static CompleteLesson of(
                String communityId, String courseId, String memberId, String lessonId, List<String> courseLessonIds) {
            return new CompleteLesson(
                    EnrollmentId.of(communityId, courseId, memberId),
                    communityId,
                    courseId,
                    memberId,
                    lessonId,
                    courseLessonIds);
        }
    }
}
