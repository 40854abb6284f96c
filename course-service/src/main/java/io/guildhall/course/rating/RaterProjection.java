package io.guildhall.course.rating;

import io.guildhall.course.enrollment.EnrollmentEvent;
import io.guildhall.course.enrollment.EnrollmentEvent.CourseCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonRead;
import io.guildhall.course.enrollment.EnrollmentEvent.MemberEnrolled;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link Rater}; every fact may arrive again. */
@Projection(value = RaterProjection.NAME, keeps = Rater.class)
class RaterProjection {

    static final String NAME = "course-raters";

    private final ReadModel<Rater> raters;

    RaterProjection(ReadModels models) {
        raters = models.of(Rater.class);
    }

    @EventHandler
    void on(EnrollmentEvent event, Fact fact) {
        String id = RatingId.of(event.communityId(), event.courseId(), event.memberId());
        switch (event) {
            case MemberEnrolled _ -> raters.save(id, new Rater(id, false), fact);
            case LessonRead _, LessonCompleted _ -> {} // enrolled is enough
            case CourseCompleted _ -> raters.update(id, new Update().set("completed", true), fact);
        }
    }
}
