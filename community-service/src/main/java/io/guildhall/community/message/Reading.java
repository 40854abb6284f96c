package io.guildhall.community.message;

import io.guildhall.community.channel.ChannelEntry;
import org.springframework.stereotype.Component;

/** What members have read of channels and what not. Whether a member may use the channel is asked before. */
@Component
public class Reading {

    private final ChannelOrder order;
    private final ReadMarks marks;
    private final ChatMessages messages;
    private final Mentions mentions;
    private final Horizon horizon;

    Reading(ChannelOrder order, ReadMarks marks, ChatMessages messages, Mentions mentions, Horizon horizon) {
        this.order = order;
        this.marks = marks;
        this.messages = messages;
        this.mentions = mentions;
        this.horizon = horizon;
    }

    /** As of all that is said by now. */
    public Unread unread(ChannelEntry channel, String memberId) {
        String channelId = channel.channelId();
        long newest = order.awaitNewest(channelId);
        ReadMark mark = marks.of(channelId, memberId);
        long first = horizon.of(channel, memberId);
        long behind = Math.max(mark.sequence(), first - 1);
        int unread = mark.isMuted() ? 0 : messages.unread(channelId, memberId, behind, newest);
        int named = mentions.unread(channelId, memberId, first, behind, newest);
        return new Unread(mark.sequence(), mark.isMuted(), unread, named, newest, first);
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
