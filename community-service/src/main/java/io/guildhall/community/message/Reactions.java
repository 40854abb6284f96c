package io.guildhall.community.message;

import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.MessageEvent.MessageReacted;
import io.guildhall.community.message.MessageEvent.ReactionWithdrawn;
import io.guildhall.platform.idempotency.RequestIds;
import org.springframework.stereotype.Component;

/**
 * Appends how members react to what is said. Whether the member may use the channel is asked before. The same reaction
 * again changes nothing, and is answered with the message as it stands.
 */
@Component
public class Reactions {

    private final MessageLog log;
    private final OldMessages old;

    Reactions(MessageLog log, OldMessages old) {
        this.log = log;
        this.old = old;
    }

    /**
     * @throws MessageIsDeleted when there is nothing to react to any more
     * @throws TooManyReactions when the message has as many different ones as it may
     */
    public Said add(ChannelEntry channel, String memberId, String messageId, String reaction) {
        ChatMessage message = old.toReactTo(channel, messageId);
        if (message.reacted(reaction, memberId)) {
            return new Said(messageId, message.changedBy());
        }
        if (!message.takes(reaction)) {
            throw new TooManyReactions();
        }
        var event = new MessageReacted(
                channel.channelId(), channel.communityId(), messageId, message.memberId(), memberId, reaction);
        return log.append(RequestIds.next("cmd"), memberId, event);
    }

    /** @throws MessageIsDeleted when there is nothing to react to any more */
    public Said withdraw(ChannelEntry channel, String memberId, String messageId, String reaction) {
        ChatMessage message = old.toReactTo(channel, messageId);
        if (!message.reacted(reaction, memberId)) {
            return new Said(messageId, message.changedBy());
        }
        var event = new ReactionWithdrawn(
                channel.channelId(), channel.communityId(), messageId, message.memberId(), memberId, reaction);
        return log.append(RequestIds.next("cmd"), memberId, event);
    }
}
