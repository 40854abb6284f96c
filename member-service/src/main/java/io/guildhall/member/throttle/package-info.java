/** Counts tries over all instances and says when there were too many. */
@NullMarked
package io.guildhall.member.throttle;

import org.jspecify.annotations.NullMarked;
