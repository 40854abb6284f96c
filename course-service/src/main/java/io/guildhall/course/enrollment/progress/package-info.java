/** How far each member has come. */
@NullMarked
package io.guildhall.course.enrollment.progress;

import org.jspecify.annotations.NullMarked;
