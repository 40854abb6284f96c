package io.guildhall.course.enrollment.progress;

import io.guildhall.course.enrollment.EnrollmentEvent;
import io.guildhall.course.enrollment.EnrollmentEvent.CourseCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonRead;
import io.guildhall.course.enrollment.EnrollmentEvent.MemberEnrolled;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link CourseProgress}; every fact may arrive again. */
@Projection(value = CourseProgressProjection.NAME, keeps = CourseProgress.class)
class CourseProgressProjection {

    static final String NAME = "course-progress";

    private final ReadModel<CourseProgress> progress;

    CourseProgressProjection(ReadModels models) {
        progress = models.of(CourseProgress.class);
    }

    @EventHandler
    void on(EnrollmentEvent event, Fact fact) {
        String id = event.enrollmentId();
        switch (event) {
            case MemberEnrolled enrolled ->
                progress.save(
                        id,
                        new CourseProgress(
                                id,
                                enrolled.communityId(),
                                fact.position().number(),
                                enrolled.courseId(),
                                enrolled.memberId(),
                                fact.validAt(),
                                List.of(),
                                null),
                        fact);
            case LessonRead _ -> {} // read is not learned
            case LessonCompleted lesson ->
                progress.update(id, new Update().addToSet("completedLessonIds", lesson.lessonId()), fact);
            case CourseCompleted _ -> progress.update(id, new Update().set("completedAt", fact.validAt()), fact);
        }
    }
}
