/** What follows for enrollments when something happened elsewhere. */
@NullMarked
package io.guildhall.course.enrollment.policy;

import org.jspecify.annotations.NullMarked;
