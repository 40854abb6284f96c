package io.guildhall.course.authoring;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;
import java.util.List;

/** The facts of a course, as stored for ever. People are named by their ids only. */
public sealed interface CourseEvent extends InCommunity {

    String courseId();

    @EventName("course.course.drafted")
    record CourseDrafted(
            String courseId,
            String communityId,
            String authorId,
            String title,
            String summary,
            String language,
            List<LessonTitle> lessons)
            implements CourseEvent {}

    /** The text of a lesson, new or changed; what is sold, so other services do not read it. */
    @EventName(value = "course.course.lesson-written", visibility = Visibility.INTERNAL)
    record LessonWritten(String courseId, String communityId, String lessonId, String title, String markdown)
            implements CourseEvent {}

    /** @param droppedLessonIds lessons that the course no longer has */
    @EventName("course.course.revised")
    record CourseRevised(
            String courseId,
            String communityId,
            String revisedBy,
            String title,
            String summary,
            String language,
            List<LessonTitle> lessons,
            List<String> droppedLessonIds)
            implements CourseEvent {}

    @EventName("course.course.submitted")
    record CourseSubmitted(String courseId, String communityId, String submittedBy) implements CourseEvent {}

    @EventName("course.course.approved")
    record CourseApproved(String courseId, String communityId, String approvedBy) implements CourseEvent {}

    @EventName("course.course.returned")
    record CourseReturned(String courseId, String communityId, String returnedBy, String reason)
            implements CourseEvent {}

    @EventName("course.course.published")
    record CoursePublished(String courseId, String communityId, String publishedBy) implements CourseEvent {}
}
