/**
 * One member learning one course: enrolled by a grant for the course or by reading or completing a first lesson; a
 * lesson counts as read once a day (UTC) and as completed once, and the last one completes the course.
 *
 * <p>In: {@link io.guildhall.course.enrollment.EnrollmentCommand}. Out: {@link
 * io.guildhall.course.enrollment.EnrollmentEvent}. Read model: {@code progress}. An enrollment outlives the access that
 * it began with; whether a lesson may be opened is asked of {@code access}.
 */
@NullMarked
package io.guildhall.course.enrollment;

import org.jspecify.annotations.NullMarked;
