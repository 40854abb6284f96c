/**
 * What is said in channels. Each channel has one plain stream, whose own sequence is the only order; nobody decides there
 * and nobody waits for others. A message is named by its channel, its author and the author's own id for it, so sending it
 * again says it once.
 *
 * <p>Out: {@link io.guildhall.community.message.MessageEvent}. Read model: {@link
 * io.guildhall.community.message.ChatMessage}. How far somebody has read is kept beside it ({@link
 * io.guildhall.community.message.ReadMarks}) and is no fact of the community.
 */
@NullMarked
package io.guildhall.community.message;

import org.jspecify.annotations.NullMarked;
