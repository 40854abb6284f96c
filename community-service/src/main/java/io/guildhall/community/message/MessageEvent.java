package io.guildhall.community.message;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.privacy.Personal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts of what is said, as stored and published for ever; texts belong to the message's author. */
public sealed interface MessageEvent extends InCommunity {

    String channelId();

    String messageId();

    /** Who wrote the message, whoever changed it. */
    String memberId();

    /** Whom the message names by this fact and did not name before. */
    default List<String> named() {
        return List.of();
    }

    /** Whom the message named and by this fact names no more. */
    default List<String> namedNoMore() {
        return List.of();
    }

    /**
     * @param localId the author's own id of the message, unique for author and channel
     * @param mentions whom it names; absent where nobody was looked for
     */
    @EventName(value = "community.message.posted", revision = 2)
    record MessagePosted(
            String channelId,
            String communityId,
            String messageId,
            String memberId,
            String localId,
            @Personal(subject = "memberId") String body,
            @Nullable List<String> mentions)
            implements MessageEvent {

        @Override
        public List<String> named() {
            return orNobody(mentions);
        }
    }

    /**
     * @param mentions whom it names now; absent where nobody was looked for
     * @param formerMentions whom it named before
     */
    @EventName(value = "community.message.edited", revision = 2)
    record MessageEdited(
            String channelId,
            String communityId,
            String messageId,
            String memberId,
            String editorId,
            @Personal(subject = "memberId") String body,
            @Personal(subject = "memberId") String formerBody,
            @Nullable List<String> mentions,
            @Nullable List<String> formerMentions)
            implements MessageEvent {

        @Override
        public List<String> named() {
            return without(mentions, formerMentions);
        }

        @Override
        public List<String> namedNoMore() {
            return without(formerMentions, mentions);
        }
    }

    /** The place of the message stays, its text is shown no more. */
    @EventName("community.message.deleted")
    record MessageDeleted(String channelId, String communityId, String messageId, String memberId, String deletedBy)
            implements MessageEvent {}

    /** @param reaction one emoji, which {@code reactorId} adds */
    @EventName("community.message.reacted")
    record MessageReacted(
            String channelId, String communityId, String messageId, String memberId, String reactorId, String reaction)
            implements MessageEvent {}

    /** @param reaction which {@code reactorId} takes back */
    @EventName("community.message.reaction-withdrawn")
    record ReactionWithdrawn(
            String channelId, String communityId, String messageId, String memberId, String reactorId, String reaction)
            implements MessageEvent {}

    private static List<String> orNobody(@Nullable List<String> mentions) {
        return Objects.requireNonNullElse(mentions, List.of());
    }

    private static List<String> without(@Nullable List<String> some, @Nullable List<String> others) {
        return orNobody(some).stream()
                .filter(memberId -> !orNobody(others).contains(memberId))
                .toList();
    }
}
