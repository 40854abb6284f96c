package io.guildhall.course.enrollment.web;

import io.guildhall.course.access.Access;
import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.enrollment.EnrollmentCommand.CompleteLesson;
import io.guildhall.course.enrollment.EnrollmentCommand.ReadLesson;
import io.guildhall.course.enrollment.ReadTooBriefly;
import io.guildhall.course.lesson.Lessons;
import io.guildhall.course.lesson.ReadingTime;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes lessons read and completed from who has access; the same lesson again is harmless. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses/{courseId}/lessons/{lessonId}")
@ResponseStatus(HttpStatus.NO_CONTENT)
@SignedIn
@Tag(name = "Learning", description = "Enrollments and progress")
class LearningController {

    private final Commands commands;
    private final Outlines outlines;
    private final Lessons lessons;
    private final Access access;
    private final InstantSource clock;

    LearningController(Commands commands, Outlines outlines, Lessons lessons, Access access, InstantSource clock) {
        this.commands = commands;
        this.outlines = outlines;
        this.lessons = lessons;
        this.access = access;
        this.clock = clock;
    }

    @PostMapping("/reading")
    @Operation(
            summary = "Tell that a lesson is being read",
            description =
                    "A client tells it when it has shown the lesson for as long as the lesson's `readAfterSeconds`"
                            + " says; opening it alone tells nothing, and 422 `read-too-briefly` is less. Counts once a"
                            + " day (UTC) and lesson, and enrolls who was not yet. Needs access to the course, for the"
                            + " free lesson too.")
    void read(
            @PathVariable String communityId,
            @PathVariable String courseId,
            @PathVariable String lessonId,
            @Valid @RequestBody ReadingRequest request,
            Actor actor) {
        var lessonIds = lessonsFor(actor, communityId, courseId);
        int enough = lessons.find(lessonId)
                .map(lesson -> ReadingTime.enough(lesson.html()))
                .orElseThrow(NotFound::new);
        if (request.seconds() < enough) {
            throw new ReadTooBriefly(enough);
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        commands.send(ReadLesson.of(communityId, courseId, actor.id(), lessonId, lessonIds, today));
    }

    @PostMapping("/completion")
    @Operation(
            summary = "Complete a lesson",
            description = "Counts once. Needs access to the course, for the free lesson too; the last lesson completes"
                    + " the course.")
    void complete(
            @PathVariable String communityId,
            @PathVariable String courseId,
            @PathVariable String lessonId,
            Actor actor) {
        var lessonIds = lessonsFor(actor, communityId, courseId);
        commands.send(CompleteLesson.of(communityId, courseId, actor.id(), lessonId, lessonIds));
    }

    private List<String> lessonsFor(Actor actor, String communityId, String courseId) {
        var course = outlines.published(communityId, courseId).orElseThrow(NotFound::new);
        access.decide(communityId, actor.id(), courseId).require(courseId);
        return course.lessons().stream().map(LessonTitle::lessonId).toList();
    }
}
