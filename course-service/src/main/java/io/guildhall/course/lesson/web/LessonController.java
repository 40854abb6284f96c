package io.guildhall.course.lesson.web;

import io.guildhall.course.access.Access;
import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.catalogue.Readers;
import io.guildhall.course.lesson.Lesson;
import io.guildhall.course.lesson.Lessons;
import io.guildhall.course.lesson.ReadingTime;
import io.guildhall.platform.problem.AuthenticationRequired;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens lessons: the first of a published course to everybody, the others to who has access or works on it. */
@RestController
@RequestMapping("/api/communities/{communityId}/courses/{courseId}/lessons/{lessonId}")
@Public
@Tag(name = "Catalogue")
class LessonController {

    /**
     * @param html rendered and safe to be shown as it is
     * @param readAfterSeconds how long it is to be shown until it counts as read, 0 to 30
     */
    record OpenLesson(
            String courseId, String lessonId, String title, String html, boolean free, int readAfterSeconds) {}

    private final Outlines outlines;
    private final Lessons lessons;
    private final Access access;
    private final Readers readers;

    LessonController(Outlines outlines, Lessons lessons, Access access, Readers readers) {
        this.outlines = outlines;
        this.lessons = lessons;
        this.access = access;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary = "Read a lesson",
            description = "The first lesson of a published course is free for everybody. Any other answers 401 to who"
                    + " has not signed in and 403 entitlement-required, with what would open it, to who has no access.")
    OpenLesson read(
            @PathVariable String communityId,
            @PathVariable String courseId,
            @PathVariable String lessonId,
            Optional<Actor> actor) {
        var reader = readers.of(actor, communityId);
        CourseOutline course = outlines.find(communityId, courseId, reader)
                .filter(it -> it.has(lessonId))
                .orElseThrow(NotFound::new);
        boolean free = course.free(lessonId);
        if (!free && !reader.worksOn(course)) {
            access.decide(
                            communityId,
                            actor.orElseThrow(AuthenticationRequired::new).id(),
                            courseId)
                    .require(courseId);
        }
        Lesson lesson = lessons.find(lessonId).orElseThrow(NotFound::new);
        return new OpenLesson(
                courseId, lessonId, lesson.title(), lesson.html(), free, ReadingTime.enough(lesson.html()));
    }
}
