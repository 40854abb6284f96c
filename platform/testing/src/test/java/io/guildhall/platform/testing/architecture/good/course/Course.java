package io.guildhall.platform.testing.architecture.good.course;

import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "course.course", revision = 1)
class Course {
    private boolean drafted;

    @CommandHandler
    void handle(CourseCommand.Draft command) {
        if (!drafted) {
            AggregateLifecycle.apply(new CourseEvent.Drafted(command.courseId()));
        }
    }

    @EventSourcingHandler
    void on(CourseEvent event) {
        switch (event) {
            case CourseEvent.Drafted _ -> drafted = true;
        }
    }
}
