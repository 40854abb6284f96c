package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.CourseCommand.DraftCourse;
import io.guildhall.course.authoring.CourseCommand.ReviseCourse;
import io.guildhall.course.authoring.Editor;
import io.guildhall.course.authoring.LessonText;
import io.guildhall.platform.idempotency.RequestIds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes commands of what an author sent; every new lesson gets its id here. */
final class CourseDraft {

    private static final String DEFAULT_LANGUAGE = "zh-CN";

    private CourseDraft() {}

    static DraftCourse draft(String courseId, String communityId, Editor editor, DraftRequest request) {
        return new DraftCourse(
                courseId,
                communityId,
                editor,
                request.title().strip(),
                orElse(request.summary(), "").strip(),
                orElse(request.language(), DEFAULT_LANGUAGE),
                request.lessons().stream()
                        .map(lesson ->
                                new LessonText(newLessonId(), lesson.title().strip(), lesson.markdown()))
                        .toList());
    }

    static ReviseCourse revision(String courseId, String communityId, Editor editor, RevisionRequest request) {
        List<LessonText> lessons = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (var lesson : request.lessons()) {
            String lessonId = orElse(lesson.lessonId(), "");
            if (lessonId.isEmpty()) {
                lessonId = newLessonId();
                added.add(lessonId);
            }
            lessons.add(new LessonText(lessonId, lesson.title().strip(), lesson.markdown()));
        }
        return new ReviseCourse(
                courseId,
                communityId,
                editor,
                request.title().strip(),
                orElse(request.summary(), "").strip(),
                orElse(request.language(), DEFAULT_LANGUAGE),
                lessons,
                added);
    }

    private static String newLessonId() {
        return RequestIds.next("les");
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
