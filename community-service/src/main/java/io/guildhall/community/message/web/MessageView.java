package io.guildhall.community.message.web;

import io.guildhall.community.message.ChatMessage;
import java.time.Instant;
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
        @Nullable Instant deletedAt) {

    static MessageView of(ChatMessage message) {
        return new MessageView(
                message.messageId(),
                message.sequence(),
                message.memberId(),
                message.localId(),
                message.body(),
                message.postedAt(),
                message.editedAt(),
                message.deletedAt());
    }
}
