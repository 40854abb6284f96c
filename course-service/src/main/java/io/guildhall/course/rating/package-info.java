/**
 * What learners think of a course: one rating of 1 to 5 stars per member and course, with a comment or without, given by
 * who learns it or has completed it and changed as often as they like; the last one counts.
 *
 * <p>In: {@link io.guildhall.course.rating.RatingCommand}. Out: {@link io.guildhall.course.rating.RatingEvent}. Read
 * models: {@link io.guildhall.course.rating.Rating} and, of {@link io.guildhall.course.enrollment.EnrollmentEvent}, {@link
 * io.guildhall.course.rating.Rater}. A rating is not taken back: what stood on it would move. Its comment is, by giving it
 * without one.
 */
@NullMarked
package io.guildhall.course.rating;

import org.jspecify.annotations.NullMarked;
