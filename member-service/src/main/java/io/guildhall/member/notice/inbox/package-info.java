/** What we read of subscriptions, refunds and communities. */
@NullMarked
package io.guildhall.member.notice.inbox;

import org.jspecify.annotations.NullMarked;
