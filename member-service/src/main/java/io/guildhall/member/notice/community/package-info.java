/** Read model: what communities are called, for mails. */
@NullMarked
package io.guildhall.member.notice.community;

import org.jspecify.annotations.NullMarked;
