package io.guildhall.platform.testing.architecture.good.course;

import io.guildhall.platform.event.EventName;

public sealed interface CourseEvent {
    @EventName("course.course.drafted")
    record Drafted(String courseId) implements CourseEvent {}
}
