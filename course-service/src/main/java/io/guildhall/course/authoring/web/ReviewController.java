package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.CourseCommand.ApproveCourse;
import io.guildhall.course.authoring.CourseCommand.PublishCourse;
import io.guildhall.course.authoring.CourseCommand.ReturnCourse;
import io.guildhall.course.authoring.CourseCommand.SubmitCourse;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moves a draft through the owners' review to its publication. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses/{courseId}")
@ResponseStatus(HttpStatus.NO_CONTENT)
@Tag(name = "Authoring")
class ReviewController {

    private final Commands commands;
    private final Editors editors;

    ReviewController(Commands commands, Editors editors) {
        this.commands = commands;
        this.editors = editors;
    }

    @PostMapping("/submission")
    @RoleIn({"owner", "author"})
    @Operation(summary = "Submit a draft", description = "Asks the owners to approve the course; only a draft can be.")
    void submit(@PathVariable String communityId, @PathVariable String courseId, Actor actor) {
        commands.send(new SubmitCourse(courseId, communityId, editors.of(actor, communityId)));
    }

    @PostMapping("/approval")
    @RoleIn("owner")
    @Operation(summary = "Approve a submitted course", description = "It can be published from then on.")
    void approve(@PathVariable String communityId, @PathVariable String courseId, Actor actor) {
        commands.send(new ApproveCourse(courseId, communityId, editors.of(actor, communityId)));
    }

    @PostMapping("/return")
    @RoleIn("owner")
    @Operation(summary = "Return a submitted course", description = "It becomes a draft again; its author reads why.")
    void giveBack(
            @PathVariable String communityId,
            @PathVariable String courseId,
            @Valid @RequestBody ReturnRequest request,
            Actor actor) {
        commands.send(new ReturnCourse(
                courseId,
                communityId,
                editors.of(actor, communityId),
                request.reason().strip()));
    }

    @PostMapping("/publication")
    @RoleIn("owner")
    @Operation(
            summary = "Publish an approved course",
            description = "Everybody sees it, and may read its first lesson.")
    void publish(@PathVariable String communityId, @PathVariable String courseId, Actor actor) {
        commands.send(new PublishCourse(courseId, communityId, editors.of(actor, communityId)));
    }
}
