package io.guildhall.course.authoring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.course.authoring.CourseCommand.ApproveCourse;
import io.guildhall.course.authoring.CourseCommand.DraftCourse;
import io.guildhall.course.authoring.CourseCommand.PublishCourse;
import io.guildhall.course.authoring.CourseCommand.ReturnCourse;
import io.guildhall.course.authoring.CourseCommand.ReviseCourse;
import io.guildhall.course.authoring.CourseCommand.SubmitCourse;
import io.guildhall.course.authoring.CourseEvent.CourseApproved;
import io.guildhall.course.authoring.CourseEvent.CourseDrafted;
import io.guildhall.course.authoring.CourseEvent.CoursePublished;
import io.guildhall.course.authoring.CourseEvent.CourseReturned;
import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.CourseSubmitted;
import io.guildhall.course.authoring.CourseEvent.LessonWritten;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Decides who may do what to a course, and when. Keeps which lessons it has, not what they say. */
@Aggregate
@Snapshotted(name = "course.course", revision = 1)
class Course {

    @AggregateIdentifier
    private String courseId;

    private String communityId = "";
    private String authorId = "";
    private CourseStatus status = CourseStatus.DRAFT;
    private List<String> lessonIds = List.of();

    Course() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(DraftCourse command) {
        apply(new CourseDrafted(
                command.courseId(),
                command.communityId(),
                command.editor().memberId(),
                command.title(),
                command.summary(),
                command.language(),
                command.lessons().stream().map(LessonTitle::of).toList()));
        command.lessons().forEach(this::write);
    }

    @CommandHandler
    void handle(ReviseCourse command) {
        allow(command);
        need(CourseStatus.DRAFT);
        var revision = Revision.of(lessonIds, command);
        apply(new CourseRevised(
                courseId,
                communityId,
                command.editor().memberId(),
                command.title(),
                command.summary(),
                command.language(),
                command.lessons().stream().map(LessonTitle::of).toList(),
                revision.dropped()));
        command.lessons().forEach(this::write);
    }

    @CommandHandler
    void handle(SubmitCourse command) {
        allow(command);
        need(CourseStatus.DRAFT);
        apply(new CourseSubmitted(courseId, communityId, command.editor().memberId()));
    }

    @CommandHandler
    void handle(ApproveCourse command) {
        allow(command);
        need(CourseStatus.SUBMITTED);
        apply(new CourseApproved(courseId, communityId, command.editor().memberId()));
    }

    @CommandHandler
    void handle(ReturnCourse command) {
        allow(command);
        need(CourseStatus.SUBMITTED);
        apply(new CourseReturned(courseId, communityId, command.editor().memberId(), command.reason()));
    }

    @CommandHandler
    void handle(PublishCourse command) {
        allow(command);
        need(CourseStatus.APPROVED);
        apply(new CoursePublished(courseId, communityId, command.editor().memberId()));
    }

    @EventSourcingHandler
    void on(CourseEvent event) {
        switch (event) {
            case CourseDrafted drafted -> {
                courseId = drafted.courseId();
                communityId = drafted.communityId();
                authorId = drafted.authorId();
                lessonIds = idsOf(drafted.lessons());
            }
            case LessonWritten _ -> {} // texts are the read model's
            case CourseRevised revised -> lessonIds = idsOf(revised.lessons());
            case CourseSubmitted _ -> status = CourseStatus.SUBMITTED;
            case CourseApproved _ -> status = CourseStatus.APPROVED;
            case CourseReturned _ -> status = CourseStatus.DRAFT;
            case CoursePublished _ -> status = CourseStatus.PUBLISHED;
        }
    }

    private void write(LessonText lesson) {
        apply(new LessonWritten(courseId, communityId, lesson.lessonId(), lesson.title(), lesson.markdown()));
    }

    private void allow(CourseCommand command) {
        Editor editor = command.editor();
        boolean mayKnow = editor.owner() || editor.memberId().equals(authorId);
        if (!mayKnow || !command.communityId().equals(communityId)) {
            throw new NotFound();
        }
    }

    private void need(CourseStatus needed) {
        if (status != needed) {
            throw switch (needed) {
                case DRAFT, PUBLISHED -> new CourseNotInDraft(status.text());
                case SUBMITTED -> new CourseNotSubmitted(status.text());
                case APPROVED -> new CourseNotApproved(status.text());
            };
        }
    }

    private static List<String> idsOf(List<LessonTitle> lessons) {
        return lessons.stream().map(LessonTitle::lessonId).toList();
    }
}
