/** What access needs of member-service's events, and no more. */
@NullMarked
package io.guildhall.community.access.inbox;

import org.jspecify.annotations.NullMarked;
