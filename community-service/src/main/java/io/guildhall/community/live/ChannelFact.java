package io.guildhall.community.live;

import io.guildhall.community.message.MessageEvent;
import io.guildhall.community.message.MessageEvent.MessageDeleted;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.community.message.MessageEvent.MessageReacted;
import io.guildhall.community.message.MessageEvent.ReactionWithdrawn;
import io.guildhall.platform.log.StoredEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a channel, as its listeners are told of it.
 *
 * @param event absent when it could not be read: its place is told all the same, so that nobody waits for it
 */
record ChannelFact(
        String channelId, StoredEvent stored, @Nullable MessageEvent event) {

    long sequence() {
        return stored.sequence();
    }

    /** The same without what was said. */
    ServerFrame textless() {
        return frame(event == null ? Set.of() : Set.of(event.messageId()));
    }

    /** @param hidden messages whose texts are shown no more */
    ServerFrame frame(Set<String> hidden) {
        return switch (event) {
            case null -> new ServerFrame.Unreadable(channelId, sequence(), stored.at());
            case MessagePosted posted ->
                new ServerFrame.Message(
                        channelId,
                        sequence(),
                        posted.messageId(),
                        posted.memberId(),
                        posted.localId(),
                        hidden.contains(posted.messageId()) ? null : posted.body(),
                        mentions(posted),
                        stored.at());
            case MessageEdited edited ->
                new ServerFrame.Edited(
                        channelId,
                        sequence(),
                        edited.messageId(),
                        edited.memberId(),
                        edited.editorId(),
                        hidden.contains(edited.messageId()) ? null : edited.body(),
                        mentions(edited),
                        stored.at());
            case MessageReacted added ->
                new ServerFrame.Reacted(
                        channelId,
                        sequence(),
                        added.messageId(),
                        added.memberId(),
                        added.reactorId(),
                        added.reaction(),
                        stored.at());
            case ReactionWithdrawn withdrawn ->
                new ServerFrame.Unreacted(
                        channelId,
                        sequence(),
                        withdrawn.messageId(),
                        withdrawn.memberId(),
                        withdrawn.reactorId(),
                        withdrawn.reaction(),
                        stored.at());
            case MessageDeleted deleted ->
                new ServerFrame.Deleted(
                        channelId,
                        sequence(),
                        deleted.messageId(),
                        deleted.memberId(),
                        deleted.deletedBy(),
                        stored.at());
        };
    }

    private static @Nullable List<String> mentions(MessageEvent event) {
        return event.named().isEmpty() ? null : event.named();
    }
}
