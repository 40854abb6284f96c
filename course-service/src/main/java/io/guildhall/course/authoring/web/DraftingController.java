package io.guildhall.course.authoring.web;

import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes drafts from authors; a course is drafted and revised as a whole, in one command. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses")
@RoleIn({"owner", "author"})
@Tag(name = "Authoring", description = "Courses on their way to the learners")
class DraftingController {

    private final Commands commands;
    private final Editors editors;

    DraftingController(Commands commands, Editors editors) {
        this.commands = commands;
        this.editors = editors;
    }

    @PostMapping
    @Operation(
            summary = "Draft a course",
            description = "Stores a whole course as a draft, all of it or nothing. At most 300 lessons of 256 KB each,"
                    + " 8 MB together. The caller becomes its author.")
    ResponseEntity<Drafted> draft(
            @PathVariable String communityId, @Valid @RequestBody DraftRequest request, Actor actor) {
        var command = CourseDraft.draft(RequestIds.next("crs"), communityId, editors.of(actor, communityId), request);
        commands.send(command);
        return ResponseEntity.created(URI.create("/api/communities/" + communityId + "/courses/" + command.courseId()))
                .body(Drafted.of(command.courseId(), command.lessons()));
    }

    @PutMapping("/{courseId}")
    @Operation(
            summary = "Revise a draft",
            description = "Replaces the whole draft. A lesson given with its id keeps it, one without is new, one not"
                    + " given is dropped. Refused once the course is submitted, unless it was returned.")
    Drafted revise(
            @PathVariable String communityId,
            @PathVariable String courseId,
            @Valid @RequestBody RevisionRequest request,
            Actor actor) {
        var command = CourseDraft.revision(courseId, communityId, editors.of(actor, communityId), request);
        commands.send(command);
        return Drafted.of(courseId, command.lessons());
    }
}
