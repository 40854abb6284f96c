package io.guildhall.course.enrollment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.course.enrollment.EnrollmentCommand.CompleteLesson;
import io.guildhall.course.enrollment.EnrollmentCommand.EnrollMember;
import io.guildhall.course.enrollment.EnrollmentEvent.CourseCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.MemberEnrolled;
import io.guildhall.platform.axon.Snapshotted;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides which lessons count, and when a course is complete: once, and for good. */
@Aggregate
@Snapshotted(name = "course.enrollment", revision = 1)
class Enrollment {

    @AggregateIdentifier
    private @Nullable String enrollmentId;

    private final SortedSet<String> completed = new TreeSet<>();
    private boolean courseCompleted;

    Enrollment() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EnrollMember command) {
        enroll(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CompleteLesson command) {
        if (!command.courseLessonIds().contains(command.lessonId())) {
            throw new LessonNotInCourse(command.lessonId());
        }
        enroll(command);
        if (completed.contains(command.lessonId())) {
            return;
        }
        apply(new LessonCompleted(
                command.enrollmentId(),
                command.communityId(),
                command.courseId(),
                command.memberId(),
                command.lessonId()));
        if (!courseCompleted && completed.containsAll(command.courseLessonIds())) {
            apply(new CourseCompleted(
                    command.enrollmentId(),
                    command.communityId(),
                    command.courseId(),
                    command.memberId(),
                    command.courseLessonIds().size()));
        }
    }

    @EventSourcingHandler
    void on(EnrollmentEvent event) {
        switch (event) {
            case MemberEnrolled enrolled -> enrollmentId = enrolled.enrollmentId();
            case LessonCompleted lesson -> completed.add(lesson.lessonId());
            case CourseCompleted _ -> courseCompleted = true;
        }
    }

    private void enroll(EnrollmentCommand command) {
        if (enrollmentId == null) {
            apply(new MemberEnrolled(
                    command.enrollmentId(), command.communityId(), command.courseId(), command.memberId()));
        }
    }
}
