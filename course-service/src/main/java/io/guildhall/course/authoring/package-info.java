/**
 * How a course comes to be: an author drafts it whole, submits it, an owner of the community approves it or returns it
 * with a reason, and publishes it.
 *
 * <p>In: {@link io.guildhall.course.authoring.CourseCommand}. Out: {@link io.guildhall.course.authoring.CourseEvent}.
 */
@NullMarked
package io.guildhall.course.authoring;

import org.jspecify.annotations.NullMarked;
