package io.guildhall.community.message;

/**
 * What a member has not read of a channel.
 *
 * @param readUpTo a sequence, -1 before anything was read
 * @param unread messages of others behind it, {@link ChatMessages#MOST_UNREAD} at most; none of a muted channel
 * @param mentions messages that began to name him behind it, also of a muted channel
 * @param newest the sequence of the newest fact, up to which it was counted; -1 when nothing was said
 * @param first the sequence from which on he may see what was said; nothing before it counts
 */
public record Unread(long readUpTo, boolean muted, int unread, int mentions, long newest, long first) {}
