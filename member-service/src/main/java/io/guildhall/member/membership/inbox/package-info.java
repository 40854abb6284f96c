/** What we read of paid terms. */
@NullMarked
package io.guildhall.member.membership.inbox;

import org.jspecify.annotations.NullMarked;
