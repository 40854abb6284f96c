package io.guildhall.community.message;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one member keeps of one channel for himself.
 *
 * @param sequence up to which he has read, {@link ChannelOrder#START} before the first time
 * @param muted absent until he says so
 */
@Document("read_mark")
public record ReadMark(
        @Id String id, long sequence, @Nullable Boolean muted) {

    static String id(String channelId, String memberId) {
        return channelId + "/" + memberId;
    }

    static ReadMark none(String channelId, String memberId) {
        return new ReadMark(id(channelId, memberId), ChannelOrder.START, false);
    }

    public boolean isMuted() {
        return muted != null && muted;
    }
}
