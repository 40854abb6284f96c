package io.guildhall.platform.testing.architecture.good.course.outline;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.platform.testing.architecture.good.course.CourseEvent;
import org.axonframework.eventhandling.EventHandler;

@Projection(value = "outline", keeps = Outline.class)
class OutlineProjection {
    private final ReadModel<Outline> outlines;

    OutlineProjection(ReadModels readModels) {
        this.outlines = readModels.of(Outline.class);
    }

    @EventHandler
    void on(CourseEvent.Drafted event, Fact fact) {
        outlines.save(event.courseId(), new Outline(event.courseId()), fact);
    }
}
