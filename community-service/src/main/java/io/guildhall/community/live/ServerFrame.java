package io.guildhall.community.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the server sends. A {@code sequence} is the place of a fact in its channel, the only order there is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "hello", value = ServerFrame.Hello.class),
    @Type(name = "state", value = ServerFrame.State.class),
    @Type(name = "message", value = ServerFrame.Message.class),
    @Type(name = "edited", value = ServerFrame.Edited.class),
    @Type(name = "deleted", value = ServerFrame.Deleted.class),
    @Type(name = "reacted", value = ServerFrame.Reacted.class),
    @Type(name = "unreacted", value = ServerFrame.Unreacted.class),
    @Type(name = "unreadable", value = ServerFrame.Unreadable.class),
    @Type(name = "read", value = ServerFrame.Read.class),
    @Type(name = "sent", value = ServerFrame.Sent.class),
    @Type(name = "access-ended", value = ServerFrame.AccessEnded.class),
    @Type(name = "problem", value = ServerFrame.Problem.class)
})
sealed interface ServerFrame {

    /** The first frame; the client waits for it. */
    record Hello(String connectionId, String memberId, String communityId, long heartbeatMs) implements ServerFrame {}

    /**
     * The first frame of a subscription.
     *
     * @param sequence of the newest fact, -1 when nothing was said
     * @param afterSeq every fact behind it follows, in order and without a gap
     * @param unread counted up to {@code sequence}, as are {@code mentions}
     */
    record State(
            String channel,
            String name,
            boolean closed,
            long slowModeSeconds,
            long sequence,
            long afterSeq,
            long readUpTo,
            boolean muted,
            int unread,
            int mentions)
            implements ServerFrame {}

    /** How far the member has read, and whether the channel is muted, since one of his devices changed it. */
    record Read(String channel, long readUpTo, boolean muted) implements ServerFrame {}

    /**
     * @param body absent when the message was deleted since, as the frame that follows tells
     * @param mentions whom the message names, absent if nobody
     */
    record Message(
            String channel,
            long sequence,
            String messageId,
            String memberId,
            String localId,
            @Nullable String body,
            @Nullable List<String> mentions,
            Instant at)
            implements ServerFrame {}

    /**
     * @param body absent when the message was deleted since, as the frame that follows tells, or is from before the member
     *     came to a channel that shows only what was said since
     * @param mentions whom the message did not name before, absent if nobody
     */
    record Edited(
            String channel,
            long sequence,
            String messageId,
            String memberId,
            String editorId,
            @Nullable String body,
            @Nullable List<String> mentions,
            Instant at)
            implements ServerFrame {}

    record Deleted(String channel, long sequence, String messageId, String memberId, String deletedBy, Instant at)
            implements ServerFrame {}

    record Reacted(
            String channel,
            long sequence,
            String messageId,
            String memberId,
            String reactorId,
            String reaction,
            Instant at)
            implements ServerFrame {}

    /** A reaction was withdrawn. */
    record Unreacted(
            String channel,
            long sequence,
            String messageId,
            String memberId,
            String reactorId,
            String reaction,
            Instant at)
            implements ServerFrame {}

    /** A fact that this instance cannot read stands here; what follows it is told. */
    record Unreadable(String channel, long sequence, Instant at) implements ServerFrame {}

    /** What a client's own frame came to. */
    record Sent(@Nullable String localId, String channel, String messageId, long sequence) implements ServerFrame {}

    /** The subscription ends here, the connection stays. */
    record AccessEnded(String channel, String reason) implements ServerFrame {}

    /**
     * A frame was refused.
     *
     * @param problem its name, as in {@code /problems/<name>}
     */
    record Problem(
            String problem,
            int status,
            String title,
            String detail,
            @Nullable String channel,
            @Nullable String localId,
            @Nullable String messageId,
            @Nullable Map<String, Object> more)
            implements ServerFrame {}
}
