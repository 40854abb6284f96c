package io.guildhall.course.lesson;

import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.LessonWritten;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link LessonSource}; every fact may arrive again. */
@Projection(value = LessonSourceProjection.NAME, keeps = LessonSource.class)
class LessonSourceProjection {

    static final String NAME = "lesson-sources";

    private final ReadModel<LessonSource> sources;

    LessonSourceProjection(ReadModels models) {
        sources = models.of(LessonSource.class);
    }

    @EventHandler
    void on(LessonWritten written, Fact fact) {
        sources.save(
                written.lessonId(),
                new LessonSource(written.lessonId(), written.courseId(), written.communityId(), written.markdown()),
                fact);
    }

    @EventHandler
    void on(CourseRevised revised, Fact fact) {
        revised.droppedLessonIds().forEach(lessonId -> sources.remove(lessonId, fact));
    }
}
