package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.catalogue.Readers;
import io.guildhall.course.lesson.LessonMarkdown;
import io.guildhall.course.lesson.Lessons;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives authors back what they wrote, and shows how it will look. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses")
@RoleIn({"owner", "author"})
@Tag(name = "Authoring")
class SourceController {

    /** @param html rendered and safe to be shown as it is */
    record Preview(String html) {}

    private final Outlines outlines;
    private final Lessons lessons;
    private final Readers readers;

    SourceController(Outlines outlines, Lessons lessons, Readers readers) {
        this.outlines = outlines;
        this.lessons = lessons;
        this.readers = readers;
    }

    @GetMapping("/{courseId}/source")
    @Operation(
            summary = "Read what was written",
            description = "The whole course in Markdown, to who works on it: its author and owners of the community.")
    CourseSource source(@PathVariable String communityId, @PathVariable String courseId, Actor actor) {
        var reader = readers.of(Optional.of(actor), communityId);
        CourseOutline course = outlines.find(communityId, courseId, reader)
                .filter(reader::worksOn)
                .orElseThrow(NotFound::new);
        List<String> wanted =
                course.lessons().stream().map(LessonTitle::lessonId).toList();
        Map<String, String> markdown = lessons.sources(wanted);
        if (!markdown.keySet().containsAll(wanted)) { // half a course must never be saved in place of the whole
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "not yet read back");
        }
        return CourseSource.of(course, markdown);
    }

    @PostMapping("/preview")
    @Operation(summary = "Preview a lesson", description = "Rendered as learners will see it; nothing is stored.")
    Preview preview(@PathVariable String communityId, @Valid @RequestBody PreviewRequest request) {
        return new Preview(LessonMarkdown.toHtml(request.markdown()));
    }
}
