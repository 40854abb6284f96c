package io.guildhall.platform.testing.architecture.good.course;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public sealed interface CourseCommand {
    record Draft(@TargetAggregateIdentifier String courseId) implements CourseCommand {}
}
