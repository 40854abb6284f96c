package io.guildhall.community.message;

import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.MessageEvent.MessageDeleted;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Streams;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.problem.NotFound;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Appends what is said to the channel's stream. Whether the member may use the channel is asked before.
 *
 * <p>Saying a message again says nothing and answers what the first time came to; so does editing to what it says already
 * and deleting what is deleted. Of changes at the same moment the channel's order decides, and a deletion wins.
 */
@Component
public class Talk {

    private final Streams streams;
    private final CommitStore store;
    private final ChannelOrder order;
    private final ChatMessages messages;

    Talk(Streams streams, CommitStore store, ChannelOrder order, ChatMessages messages) {
        this.streams = streams;
        this.store = store;
        this.order = order;
        this.messages = messages;
    }

    /** @param localId the author's own id of the message */
    public Said post(ChannelEntry channel, String memberId, String localId, String body) {
        String id = MessageStream.messageId(channel.channelId(), memberId, localId);
        var event = new MessagePosted(
                channel.channelId(), channel.communityId(), id, memberId, localId, body, Mentions.in(body, memberId));
        return append(MessageStream.postingOf(id), memberId, event);
    }

    /**
     * Gives a message another text.
     *
     * @param moderator whether the member may change what others said
     */
    public Said edit(ChannelEntry channel, String memberId, boolean moderator, String messageId, String body) {
        ChatMessage message = find(channel, memberId, moderator, messageId);
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
        return append(RequestIds.next("cmd"), memberId, event);
    }

    /** @param moderator as in {@link #edit} */
    public Said delete(ChannelEntry channel, String memberId, boolean moderator, String messageId) {
        ChatMessage message = find(channel, memberId, moderator, messageId);
        if (message.deleted()) {
            return new Said(messageId, message.changedBy());
        }
        var event =
                new MessageDeleted(channel.channelId(), channel.communityId(), messageId, message.memberId(), memberId);
        return append("delete/" + messageId, memberId, event);
    }

    private Said append(String commandId, String memberId, MessageEvent event) {
        Answer answer = streams.append(
                CommandContext.of(commandId, memberId),
                MessageStream.TYPE,
                MessageStream.of(event.channelId()),
                List.of(event));
        LogPosition position = Objects.requireNonNull(answer.position());
        Commit commit = store.containing(position.number()).orElseThrow();
        return new Said(event.messageId(), commit.firstSequence());
    }

    /** The message as of all that is said by now. */
    private ChatMessage find(ChannelEntry channel, String memberId, boolean moderator, String messageId) {
        order.awaitNewest(channel.channelId());
        ChatMessage message = messages.find(channel.channelId(), messageId).orElseThrow(NotFound::new);
        if (!moderator && !message.memberId().equals(memberId)) {
            throw new NotYourMessage();
        }
        return message;
    }
}
