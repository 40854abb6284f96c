/**
 * What a member is told of what others, money or time did to him, and that he has read it.
 *
 * <p>In: {@link io.guildhall.member.notice.NoticeCommand}, {@link io.guildhall.member.notice.ReadNoticesUpTo}. Out: {@link
 * io.guildhall.member.notice.NoticeEvent}, {@link io.guildhall.member.notice.NoticesReadUpTo}.
 *
 * <p>A notice is a stream of its own that ends when it is read, so none grows. Its id is derived from what it is about, so
 * it is given once however often that is heard. Whoever reads all at once moves a mark: one command and one small event,
 * however many notices lie before it; marking each of them would be as many commands. The mark is the moment at which the
 * newest notice that was shown was given: what was given later stays unread, and what was given before and is listed late,
 * as after a dead letter, counts as read.
 *
 * <p>One happening is told once. What somebody did himself at the till, or in his own community, he knows: no notice
 * follows from a purchase and what it opens, from a term that is renewed, from a return, from founding. What a refund
 * closes is told with the refund. A notice bears ids and facts; its text is made where it is read.
 */
@NullMarked
package io.guildhall.member.notice;

import org.jspecify.annotations.NullMarked;
