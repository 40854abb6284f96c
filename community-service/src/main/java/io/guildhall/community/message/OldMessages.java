package io.guildhall.community.message;

import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.platform.problem.NotFound;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Finds what a member wants to change, as of all that is said by now, and decides whether he may. */
@Component
@EnableConfigurationProperties(TalkProperties.class)
class OldMessages {

    private final ChannelOrder order;
    private final ChatMessages messages;
    private final InstantSource clock;
    private final Duration editWindow;

    OldMessages(ChannelOrder order, ChatMessages messages, InstantSource clock, TalkProperties properties) {
        this.order = order;
        this.messages = messages;
        this.clock = clock;
        this.editWindow = properties.editWindow();
    }

    /** @throws TooLateToEdit when the author edits no more and is no moderator */
    ChatMessage toEdit(ChannelEntry channel, String memberId, boolean moderator, String messageId) {
        ChatMessage message = toDelete(channel, memberId, moderator, messageId);
        if (!moderator && clock.instant().isAfter(message.postedAt().plus(editWindow))) {
            throw new TooLateToEdit(editWindow);
        }
        return message;
    }

    /** @throws MessageIsDeleted when there is nothing to react to any more */
    ChatMessage toReactTo(ChannelEntry channel, String messageId) {
        ChatMessage message = find(channel, messageId);
        if (message.deleted()) {
            throw new MessageIsDeleted();
        }
        return message;
    }

    /**
     * @throws NotFound when there is no such message
     * @throws NotYourMessage when it is another's and the member no moderator
     */
    ChatMessage toDelete(ChannelEntry channel, String memberId, boolean moderator, String messageId) {
        ChatMessage message = find(channel, messageId);
        if (!moderator && !message.memberId().equals(memberId)) {
            throw new NotYourMessage();
        }
        return message;
    }

    private ChatMessage find(ChannelEntry channel, String messageId) {
        order.awaitNewest(channel.channelId());
        return messages.find(channel.channelId(), messageId).orElseThrow(NotFound::new);
    }
}
