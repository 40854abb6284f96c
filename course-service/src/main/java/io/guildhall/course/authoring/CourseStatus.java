package io.guildhall.course.authoring;

import java.util.Locale;

/** Where a course stands on its way to the learners. */
public enum CourseStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    PUBLISHED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
