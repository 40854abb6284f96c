package io.guildhall.community.message.web;

import io.guildhall.community.message.ChatMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands now.
 *
 * @param body absent once it is deleted
 */
record MessageView(
        String messageId,
        long sequence,
        String memberId,
        String localId,
        @Nullable String body,
        Instant postedAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        List<ReactionView> reactions) {

    static MessageView of(ChatMessage message, String callerId) {
        return new MessageView(
                message.messageId(),
                message.sequence(),
                message.memberId(),
                message.localId(),
                message.body(),
                message.postedAt(),
                message.editedAt(),
                message.deletedAt(),
                ReactionView.of(message.reactions(), callerId));
    }
}
