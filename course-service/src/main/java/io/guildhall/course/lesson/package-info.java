/**
 * What a learner reads: the text of each lesson, rendered and cleaned once, when its fact arrives.
 *
 * <p>Made of {@link io.guildhall.course.authoring.CourseEvent}, eventually consistent.
 */
@NullMarked
package io.guildhall.course.lesson;

import org.jspecify.annotations.NullMarked;
