package io.guildhall.course.lesson;

import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.LessonWritten;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link Lesson}, rendering each text once; every fact may arrive again. */
@Projection(value = LessonProjection.NAME, keeps = Lesson.class)
class LessonProjection {

    static final String NAME = "lesson-texts";

    private final ReadModel<Lesson> lessons;

    LessonProjection(ReadModels models) {
        lessons = models.of(Lesson.class);
    }

    @EventHandler
    void on(LessonWritten written, Fact fact) {
        lessons.save(
                written.lessonId(),
                new Lesson(
                        written.lessonId(),
                        written.courseId(),
                        written.communityId(),
                        written.title(),
                        LessonMarkdown.toHtml(written.markdown())),
                fact);
    }

    @EventHandler
    void on(CourseRevised revised, Fact fact) {
        revised.droppedLessonIds().forEach(lessonId -> lessons.remove(lessonId, fact));
    }
}
