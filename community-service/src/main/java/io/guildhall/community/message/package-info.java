/**
 * What is said in channels. Each channel has one plain stream, whose own sequence is the only order; nobody decides there
 * and nobody waits for others. A message is named by its channel, its author and the author's own id for it, so sending it
 * again says it once. Whom a text names, and how members react to it, stands in the same stream.
 *
 * <p>Out: {@link io.guildhall.community.message.MessageEvent}. Read models: {@link
 * io.guildhall.community.message.ChatMessage}, {@code Mention}. How far somebody has read and what he has muted is kept
 * beside them ({@link io.guildhall.community.message.ReadMarks}), and so is when he last spoke in a slow channel; neither
 * is a fact of the community.
 */
@NullMarked
package io.guildhall.community.message;

import org.jspecify.annotations.NullMarked;
