package io.guildhall.course.enrollment.web;

import static java.util.stream.Collectors.toMap;

import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.enrollment.progress.CourseProgress;
import io.guildhall.course.enrollment.progress.Progress;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows callers what they are learning, and nobody else's. */
@RestController
@RequestMapping("/api/communities/{communityId}")
@SignedIn
@Tag(name = "Learning")
class ProgressController {

    private final Outlines outlines;
    private final Progress progress;

    ProgressController(Outlines outlines, Progress progress) {
        this.outlines = outlines;
        this.progress = progress;
    }

    @GetMapping("/courses/{courseId}/progress")
    @Operation(summary = "Show my progress", description = "404 for who is not enrolled in the course.")
    LearnedCourse show(@PathVariable String communityId, @PathVariable String courseId, Actor actor) {
        var course = outlines.published(communityId, courseId).orElseThrow(NotFound::new);
        return progress.find(communityId, courseId, actor.id())
                .map(mine -> LearnedCourse.of(mine, course))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/enrollments")
    @Operation(
            summary = "List my courses",
            description = "A page may hold fewer courses than asked for: one that is not published yet is left out.")
    Page<LearnedCourse> mine(@PathVariable String communityId, PageQuery page, Actor actor) {
        Page<CourseProgress> found = progress.page(communityId, actor.id(), page);
        var courseIds = found.items().stream().map(CourseProgress::courseId).toList();
        var courses = outlines.published(communityId, courseIds).stream()
                .collect(toMap(CourseOutline::courseId, course -> course));
        List<LearnedCourse> learned = new ArrayList<>();
        for (CourseProgress mine : found.items()) {
            CourseOutline course = courses.get(mine.courseId());
            if (course != null) {
                learned.add(LearnedCourse.of(mine, course));
            }
        }
        return new Page<>(learned, found.page());
    }
}
