package io.guildhall.community.message;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * @param reactions who reacted, by emoji
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
        @Nullable Instant deletedAt,
        Map<String, Set<String>> reactions) {

    static final int MOST_REACTIONS = 20;

    /** A deletion wins, even over an edit or a reaction that came behind it. */
    public ChatMessage {
        body = deletedAt == null ? body : null;
        reactions = deletedAt == null && reactions != null ? new TreeMap<>(reactions) : new TreeMap<>();
        reactions.values().removeIf(Set::isEmpty);
    }

    boolean reacted(String reaction, String byMemberId) {
        return reactions.getOrDefault(reaction, Set.of()).contains(byMemberId);
    }

    /** Whether it bears this reaction already, or one more. */
    boolean takes(String reaction) {
        return reactions.containsKey(reaction) || reactions.size() < MOST_REACTIONS;
    }

    public boolean deleted() {
        return deletedAt != null;
    }
}
