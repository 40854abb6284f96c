package io.guildhall.course.rating.web;

import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.rating.Raters;
import io.guildhall.course.rating.RatingCommand.GiveRating;
import io.guildhall.course.rating.Ratings;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes ratings from learners and shows those of a published course to who has signed in. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses/{courseId}/ratings")
@SignedIn
@Tag(name = "Ratings", description = "What learners think of a course: 1 to 5 stars and perhaps a comment")
class RatingController {

    private final Commands commands;
    private final Outlines outlines;
    private final Raters raters;
    private final Ratings ratings;

    RatingController(Commands commands, Outlines outlines, Raters raters, Ratings ratings) {
        this.commands = commands;
        this.outlines = outlines;
        this.raters = raters;
        this.ratings = ratings;
    }

    @PutMapping("/mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Rate a course",
            description = "For who has completed the course, and for who has access and has read or completed a lesson:"
                    + " 403 `entitlement-required` without access, `learners-only` before the first lesson. One rating"
                    + " a member; the last one counts, with its comment or without.")
    void give(
            @PathVariable String communityId,
            @PathVariable String courseId,
            @Valid @RequestBody RatingRequest request,
            Actor actor) {
        need(communityId, courseId);
        raters.require(communityId, courseId, actor.id());
        commands.send(GiveRating.of(communityId, courseId, actor.id(), request.stars(), request.comment()));
    }

    @GetMapping("/mine")
    @Operation(summary = "Show my rating", description = "404 before the course is rated.")
    RatingView mine(@PathVariable String communityId, @PathVariable String courseId, Actor actor) {
        need(communityId, courseId);
        return ratings.find(communityId, courseId, actor.id())
                .map(RatingView::of)
                .orElseThrow(NotFound::new);
    }

    @GetMapping
    @Operation(
            summary = "List ratings",
            description = "Newest first, each member's last one. Average and count stand on the course's page.")
    Page<RatingView> list(@PathVariable String communityId, @PathVariable String courseId, PageQuery page) {
        need(communityId, courseId);
        return ratings.page(courseId, page).map(RatingView::of);
    }

    private void need(String communityId, String courseId) {
        if (outlines.published(communityId, courseId).isEmpty()) {
            throw new NotFound();
        }
    }
}
