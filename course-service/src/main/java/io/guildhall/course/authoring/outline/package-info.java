/** The table of contents of every course, and where it stands. */
@NullMarked
package io.guildhall.course.authoring.outline;

import org.jspecify.annotations.NullMarked;
