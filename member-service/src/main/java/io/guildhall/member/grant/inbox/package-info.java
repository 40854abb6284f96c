/** What we read of what was bought. */
@NullMarked
package io.guildhall.member.grant.inbox;

import org.jspecify.annotations.NullMarked;
