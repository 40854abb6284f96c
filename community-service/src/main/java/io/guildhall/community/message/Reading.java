package io.guildhall.community.message;

import org.springframework.stereotype.Component;

/** What members have read of channels and what not. Whether a member may use the channel is asked before. */
@Component
public class Reading {

    private final ChannelOrder order;
    private final ReadMarks marks;
    private final ChatMessages messages;
    private final Mentions mentions;

    Reading(ChannelOrder order, ReadMarks marks, ChatMessages messages, Mentions mentions) {
        this.order = order;
        this.marks = marks;
        this.messages = messages;
        this.mentions = mentions;
    }

    /** As of all that is said by now. */
    public Unread unread(String channelId, String memberId) {
        long newest = order.awaitNewest(channelId);
        ReadMark mark = marks.of(channelId, memberId);
        long read = mark.sequence();
        int unread = mark.isMuted() ? 0 : messages.unread(channelId, memberId, read, newest);
        int named = mentions.unread(channelId, memberId, read, newest);
        return new Unread(read, mark.isMuted(), unread, named, newest);
    }

    /** A sequence, {@link ChannelOrder#START} before the first time. */
    public long readUpTo(String channelId, String memberId) {
        return marks.of(channelId, memberId).sequence();
    }

    /** Up to a sequence, or up to the newest fact if that comes before it; what is read stays read. */
    public void advance(String channelId, String memberId, long sequence) {
        marks.advance(channelId, memberId, Math.min(sequence, order.newest(channelId)));
    }

    /** What is said in a muted channel does not count as unread. */
    public void mute(String channelId, String memberId, boolean muted) {
        marks.mute(channelId, memberId, muted);
    }
}
