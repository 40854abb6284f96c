/** What access needs of member-service's events, and no more. */
@NullMarked
package io.guildhall.course.access.inbox;

import org.jspecify.annotations.NullMarked;
