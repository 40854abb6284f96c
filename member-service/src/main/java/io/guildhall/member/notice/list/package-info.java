/** Read model: the notices of a member, and up to which he has read all. */
@NullMarked
package io.guildhall.member.notice.list;

import org.jspecify.annotations.NullMarked;
