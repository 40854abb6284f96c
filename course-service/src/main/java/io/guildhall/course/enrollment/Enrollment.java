package io.guildhall.course.enrollment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.course.enrollment.EnrollmentCommand.CompleteLesson;
import io.guildhall.course.enrollment.EnrollmentCommand.EnrollMember;
import io.guildhall.course.enrollment.EnrollmentCommand.ReadLesson;
import io.guildhall.course.enrollment.EnrollmentEvent.CourseCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonRead;
import io.guildhall.course.enrollment.EnrollmentEvent.MemberEnrolled;
import io.guildhall.platform.axon.Snapshotted;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides which lessons count, once a day as read and once as completed, and when a course is complete: for good. */
@Aggregate
@Snapshotted(name = "course.enrollment", revision = 2)
class Enrollment {

    @AggregateIdentifier
    private @Nullable String enrollmentId;

    private final SortedMap<String, LocalDate> lastRead = new TreeMap<>();
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
    void handle(ReadLesson command) {
        need(command.lessonId(), command.courseLessonIds());
        enroll(command);
        LocalDate last = lastRead.get(command.lessonId());
        if (last == null || last.isBefore(command.day())) {
            apply(new LessonRead(
                    command.enrollmentId(),
                    command.communityId(),
                    command.courseId(),
                    command.memberId(),
                    command.lessonId(),
                    command.day()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CompleteLesson command) {
        need(command.lessonId(), command.courseLessonIds());
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
            case LessonRead read -> lastRead.put(read.lessonId(), read.day());
            case LessonCompleted lesson -> completed.add(lesson.lessonId());
            case CourseCompleted _ -> courseCompleted = true;
        }
    }

    private static void need(String lessonId, List<String> courseLessonIds) {
        if (!courseLessonIds.contains(lessonId)) {
            throw new LessonNotInCourse(lessonId);
        }
    }

    private void enroll(EnrollmentCommand command) {
        if (enrollmentId == null) {
            apply(new MemberEnrolled(
                    command.enrollmentId(), command.communityId(), command.courseId(), command.memberId()));
        }
    }
}
