package io.guildhall.course.catalogue.web;

import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.catalogue.Readers;
import io.guildhall.course.rating.Ratings;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Public;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows courses: the published ones to everybody, drafts to their authors and to owners. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses")
@Public
@Tag(name = "Catalogue", description = "Finding and reading courses")
class CatalogueController {

    private final Outlines outlines;
    private final Readers readers;
    private final Ratings ratings;

    CatalogueController(Outlines outlines, Readers readers, Ratings ratings) {
        this.outlines = outlines;
        this.readers = readers;
        this.ratings = ratings;
    }

    @GetMapping
    @Operation(
            summary = "List courses",
            description = "The published courses of the community; its owners also see the drafts, authors their own.")
    Page<CourseSummary> list(@PathVariable String communityId, PageQuery page, Optional<Actor> actor) {
        return outlines.page(communityId, readers.of(actor, communityId), page).map(CourseSummary::of);
    }

    @GetMapping("/{courseId}")
    @Operation(
            summary = "Show a course",
            description = "Its table of contents, and what its ratings come to; a draft only to who works on it.")
    CourseContents show(@PathVariable String communityId, @PathVariable String courseId, Optional<Actor> actor) {
        var reader = readers.of(actor, communityId);
        return outlines.find(communityId, courseId, reader)
                .map(course -> CourseContents.of(course, ratings.of(courseId), reader.worksOn(course)))
                .orElseThrow(NotFound::new);
    }
}
