package io.guildhall.course.authoring;

/** A lesson as a table of contents names it. */
public record LessonTitle(String lessonId, String title) {

    static LessonTitle of(LessonText lesson) {
        return new LessonTitle(lesson.lessonId(), lesson.title());
    }
}
