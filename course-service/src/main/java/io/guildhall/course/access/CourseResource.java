package io.guildhall.course.access;

import io.guildhall.platform.id.Ids;
import java.util.List;
import java.util.Optional;

/** How grants name courses. */
public final class CourseResource {

    private static final String PREFIX = "course:";
    private static final String EVERY_COURSE = PREFIX + "*";

    private CourseResource() {}

    /** What a grant may name to open this course. */
    public static List<String> opening(String courseId) {
        return List.of(PREFIX + courseId, EVERY_COURSE);
    }

    /** The course that a resource names, if it names exactly one. */
    public static Optional<String> oneCourse(String resource) {
        return Optional.of(resource)
                .filter(it -> it.startsWith(PREFIX))
                .map(it -> it.substring(PREFIX.length()))
                .filter(it -> Ids.isId("crs", it));
    }
}
