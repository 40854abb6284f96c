package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.channel.Channels;
import io.guildhall.community.message.ChatMessage;
import io.guildhall.community.message.ChatMessages;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds for whom an edit is not: it would show them the text of a message from before they came. */
@Component
class Newcomers {

    private final Channels channels;
    private final ChannelAccess access;
    private final ChatMessages messages;

    Newcomers(Channels channels, ChannelAccess access, ChatMessages messages) {
        this.channels = channels;
        this.access = access;
        this.messages = messages;
    }

    /** Those of who listens that may not see the text of this fact. */
    Set<String> to(ChannelFact fact, Collection<Subscription> listening) {
        return fact.event() instanceof MessageEdited edited
                ? channels.find(edited.communityId(), fact.channelId())
                        .map(channel -> to(edited, channel, Subscription.memberIds(listening)))
                        .orElse(Set.of())
                : Set.of();
    }

    private Set<String> to(MessageEdited edited, ChannelEntry channel, Set<String> memberIds) {
        Map<String, Instant> since = access.seeSince(channel, memberIds);
        if (since.isEmpty()) {
            return Set.of();
        }
        Instant postedAt = messages.find(channel.channelId(), edited.messageId())
                .map(ChatMessage::postedAt)
                .orElse(Instant.MIN); // better no text than one from before
        return since.entrySet().stream()
                .filter(member -> member.getValue().isAfter(postedAt))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
