package io.guildhall.course.catalogue;

import io.guildhall.course.authoring.CourseEvent;
import io.guildhall.course.authoring.CourseEvent.CourseApproved;
import io.guildhall.course.authoring.CourseEvent.CourseDrafted;
import io.guildhall.course.authoring.CourseEvent.CoursePublished;
import io.guildhall.course.authoring.CourseEvent.CourseReturned;
import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.CourseSubmitted;
import io.guildhall.course.authoring.CourseEvent.LessonWritten;
import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link CourseOutline}; every fact may arrive again. */
@Projection(value = CourseOutlineProjection.NAME, keeps = CourseOutline.class)
class CourseOutlineProjection {

    static final String NAME = "course-outline";

    private final ReadModel<CourseOutline> outlines;

    CourseOutlineProjection(ReadModels models) {
        outlines = models.of(CourseOutline.class);
    }

    @EventHandler
    void on(CourseEvent event, Fact fact) {
        String id = event.courseId();
        switch (event) {
            case CourseDrafted drafted -> outlines.save(id, of(drafted, fact), fact);
            case LessonWritten _ -> {} // the title stands in the draft and its revisions
            case CourseRevised revised -> outlines.update(id, revision(revised), fact);
            case CourseSubmitted _ ->
                outlines.update(id, status(CourseStatus.SUBMITTED).unset("returnReason"), fact);
            case CourseApproved _ -> outlines.update(id, status(CourseStatus.APPROVED), fact);
            case CourseReturned returned ->
                outlines.update(id, status(CourseStatus.DRAFT).set("returnReason", returned.reason()), fact);
            case CoursePublished _ ->
                outlines.update(id, status(CourseStatus.PUBLISHED).set("publishedAt", fact.validAt()), fact);
        }
    }

    private static CourseOutline of(CourseDrafted drafted, Fact fact) {
        return new CourseOutline(
                drafted.courseId(),
                drafted.communityId(),
                fact.position().number(),
                drafted.authorId(),
                drafted.title(),
                drafted.summary(),
                drafted.language(),
                CourseStatus.DRAFT,
                drafted.lessons(),
                null,
                null);
    }

    private static Update revision(CourseRevised revised) {
        return new Update()
                .set("title", revised.title())
                .set("summary", revised.summary())
                .set("language", revised.language())
                .set("lessons", revised.lessons());
    }

    private static Update status(CourseStatus status) {
        return new Update().set("status", status);
    }
}
