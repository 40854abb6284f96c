package io.guildhall.community.message;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** Names of what is said in one channel. */
public final class MessageStream {

    /** The kind of stream, as the log knows it. */
    public static final String TYPE = "MessageStream";

    private MessageStream() {}

    /** The stream of all that is said in a channel; the channel's settings have one of their own. */
    public static String of(String channelId) {
        return "tlk" + channelId.substring(channelId.indexOf('_'));
    }

    /** The channel of which {@link #of} made this stream. */
    public static String channelOf(String streamId) {
        return "chn" + streamId.substring(streamId.indexOf('_'));
    }

    /** The one id of a message, whose author calls it {@code localId} in this channel. */
    public static String messageId(String channelId, String memberId, String localId) {
        return Ids.derived("msg", (channelId + "/" + memberId + "/" + localId).getBytes(StandardCharsets.UTF_8));
    }

    /** The command that says a message: the same one however often it is sent. */
    static String postingOf(String messageId) {
        return "post/" + messageId;
    }
}
