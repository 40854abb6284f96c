/**
 * Who may use what, derived from the grants that member-service told of and from nothing else. Eventually consistent: a
 * grant that ended is known here within a second or so; one that expires is known at once, since the clock is asked.
 */
@NullMarked
package io.guildhall.community.access;

import org.jspecify.annotations.NullMarked;
