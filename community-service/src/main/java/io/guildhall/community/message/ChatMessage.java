package io.guildhall.community.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one message as it stands now.
 *
 * @param sequence of its first fact in the channel
 * @param changedBy the sequence of the fact that made it what it is
 * @param body absent once it is deleted
 */
@Document("chat_message")
@CompoundIndex(name = "talk", def = "{channelId: 1, sequence: 1}")
@CompoundIndex(name = "when", def = "{channelId: 1, postedAt: 1, sequence: 1}")
public record ChatMessage(
        @Id String messageId,
        String communityId,
        String channelId,
        long sequence,
        long changedBy,
        String memberId,
        String localId,
        @Nullable String body,
        Instant postedAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {

    /** A deletion wins, even over an edit that came behind it. */
    public ChatMessage {
        body = deletedAt == null ? body : null;
    }

    public boolean deleted() {
        return deletedAt != null;
    }
}
