/** What we read of communities. */
@NullMarked
package io.guildhall.member.role.inbox;

import org.jspecify.annotations.NullMarked;
