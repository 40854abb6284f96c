package io.guildhall.community.message;

import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.MessageEvent.MessageDeleted;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.platform.idempotency.RequestIds;
import org.springframework.stereotype.Component;

/**
 * Appends what is said to the channel's stream. Whether the member may use the channel is asked before.
 *
 * <p>Saying a message again says nothing and answers what the first time came to; so does editing to what it says already
 * and deleting what is deleted. Of changes at the same moment the channel's order decides, and a deletion wins.
 */
@Component
public class Talk {

    private final MessageLog log;
    private final OldMessages old;
    private final SlowMode slowMode;

    Talk(MessageLog log, OldMessages old, SlowMode slowMode) {
        this.log = log;
        this.old = old;
        this.slowMode = slowMode;
    }

    /**
     * @param localId the author's own id of the message
     * @throws LocalIdTaken when the author said something else under this id before
     * @throws ChannelIsSlow when the member has said something just now in a slow channel
     */
    public Said post(ChannelEntry channel, String memberId, String localId, String body) {
        String id = MessageStream.messageId(channel.channelId(), memberId, localId);
        slowMode.pass(channel, memberId, id);
        var event = new MessagePosted(
                channel.channelId(), channel.communityId(), id, memberId, localId, body, Mentions.in(body, memberId));
        return log.post(MessageStream.postingOf(id), event);
    }

    /**
     * Gives a message another text.
     *
     * @param moderator whether the member may change what others said
     */
    public Said edit(ChannelEntry channel, String memberId, boolean moderator, String messageId, String body) {
        ChatMessage message = old.toEdit(channel, memberId, moderator, messageId);
        String former = message.body();
        if (former == null) {
            throw new MessageIsDeleted();
        }
        if (former.equals(body)) {
            return new Said(messageId, message.changedBy());
        }
        String author = message.memberId();
        var event = new MessageEdited(
                channel.channelId(),
                channel.communityId(),
                messageId,
                author,
                memberId,
                body,
                former,
                Mentions.in(body, author),
                Mentions.in(former, author));
        return log.append(RequestIds.next("cmd"), memberId, event);
    }

    /** @param moderator as in {@link #edit} */
    public Said delete(ChannelEntry channel, String memberId, boolean moderator, String messageId) {
        ChatMessage message = old.toDelete(channel, memberId, moderator, messageId);
        if (message.deleted()) {
            return new Said(messageId, message.changedBy());
        }
        var event =
                new MessageDeleted(channel.channelId(), channel.communityId(), messageId, message.memberId(), memberId);
        return log.append("delete/" + messageId, memberId, event);
    }
}
