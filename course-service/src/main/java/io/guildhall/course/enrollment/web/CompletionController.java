package io.guildhall.course.enrollment.web;

import io.guildhall.course.access.Access;
import io.guildhall.course.access.Decision;
import io.guildhall.course.access.EntitlementRequired;
import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.enrollment.EnrollmentCommand.CompleteLesson;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes completed lessons from who has access; the same lesson again is harmless. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses/{courseId}/lessons/{lessonId}/completion")
@SignedIn
@Tag(name = "Learning", description = "Enrollments and progress")
class CompletionController {

    private final Commands commands;
    private final Outlines outlines;
    private final Access access;

    CompletionController(Commands commands, Outlines outlines, Access access) {
        this.commands = commands;
        this.outlines = outlines;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Complete a lesson",
            description = "Counts once. Needs access to the course, for the free lesson too; the last lesson completes"
                    + " the course.")
    void complete(
            @PathVariable String communityId,
            @PathVariable String courseId,
            @PathVariable String lessonId,
            Actor actor) {
        var course = outlines.published(communityId, courseId).orElseThrow(NotFound::new);
        Decision decision = access.decide(communityId, actor.id(), courseId);
        if (decision != Decision.ALLOWED) {
            throw new EntitlementRequired(decision, courseId);
        }
        var lessonIds = course.lessons().stream().map(LessonTitle::lessonId).toList();
        commands.send(CompleteLesson.of(communityId, courseId, actor.id(), lessonId, lessonIds));
    }
}
