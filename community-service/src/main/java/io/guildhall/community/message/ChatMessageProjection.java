package io.guildhall.community.message;

import io.guildhall.community.message.MessageEvent.MessageDeleted;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.community.message.MessageEvent.MessageReacted;
import io.guildhall.community.message.MessageEvent.ReactionWithdrawn;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link ChatMessage}; every fact may arrive again. */
@Projection(value = ChatMessageProjection.NAME, keeps = ChatMessage.class)
class ChatMessageProjection {

    static final String NAME = "chat-messages";

    private final ReadModel<ChatMessage> messages;

    ChatMessageProjection(ReadModels models) {
        messages = models.of(ChatMessage.class);
    }

    @EventHandler
    void on(MessageEvent event, Fact fact) {
        String id = event.messageId();
        switch (event) {
            case MessagePosted posted -> messages.save(id, of(posted, fact), fact);
            case MessageEdited edited ->
                messages.update(id, changed(fact).set("body", edited.body()).set("editedAt", fact.validAt()), fact);
            case MessageDeleted _ ->
                messages.update(
                        id, changed(fact).unset("body").unset("reactions").set("deletedAt", fact.validAt()), fact);
            case MessageReacted added ->
                messages.update(id, new Update().addToSet(reaction(added.reaction()), added.reactorId()), fact);
            case ReactionWithdrawn withdrawn ->
                messages.update(id, new Update().pull(reaction(withdrawn.reaction()), withdrawn.reactorId()), fact);
        }
    }

    private static Update changed(Fact fact) {
        return new Update().set("changedBy", fact.sequence());
    }

    private static String reaction(String emoji) {
        return "reactions." + emoji;
    }

    private static ChatMessage of(MessagePosted posted, Fact fact) {
        return new ChatMessage(
                posted.messageId(),
                posted.communityId(),
                posted.channelId(),
                fact.sequence(),
                fact.sequence(),
                posted.memberId(),
                posted.localId(),
                posted.body(),
                fact.validAt(),
                null,
                null,
                Map.of());
    }
}
