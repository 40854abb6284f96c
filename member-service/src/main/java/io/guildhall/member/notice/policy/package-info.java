/** Who is told what, and what of it also by mail. */
@NullMarked
package io.guildhall.member.notice.policy;

import org.jspecify.annotations.NullMarked;
