/**
 * All mail of the house, in English and Chinese.
 *
 * <p>A mail is a document, sealed while it waits. Its id derives from the event that is its reason, so posting it again
 * changes nothing, and one that was sent leaves its id behind for ever. In profile {@code local} nothing is sent: the
 * mails are read on a page.
 */
@NullMarked
package io.guildhall.member.mail;

import org.jspecify.annotations.NullMarked;
