package io.guildhall.community.message;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link Mention}; every fact may arrive again. */
@Projection(value = MentionProjection.NAME, keeps = Mention.class)
class MentionProjection {

    static final String NAME = "mentions-of-members";

    private final ReadModel<Mention> mentions;

    MentionProjection(ReadModels models) {
        mentions = models.of(Mention.class);
    }

    @EventHandler
    void on(MessageEvent event, Fact fact) {
        String messageId = event.messageId();
        for (String memberId : event.named()) {
            String id = Mention.id(messageId, memberId);
            mentions.save(id, new Mention(id, event.channelId(), messageId, memberId, fact.sequence()), fact);
        }
        for (String memberId : event.namedNoMore()) {
            mentions.remove(Mention.id(messageId, memberId), fact);
        }
    }
}
