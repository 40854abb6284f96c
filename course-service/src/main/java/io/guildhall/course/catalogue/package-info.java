/**
 * The courses of each community: what they hold, where they stand, and who may see them before they are published.
 *
 * <p>Made of {@link io.guildhall.course.authoring.CourseEvent}, eventually consistent.
 */
@NullMarked
package io.guildhall.course.catalogue;

import org.jspecify.annotations.NullMarked;
