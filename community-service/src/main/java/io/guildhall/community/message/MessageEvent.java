package io.guildhall.community.message;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.privacy.Personal;

/** The facts of what is said, as stored and published for ever; texts belong to the message's author. */
public sealed interface MessageEvent extends InCommunity {

    String channelId();

    String messageId();

    /** Who wrote the message, whoever changed it. */
    String memberId();

    /** @param localId the author's own id of the message, unique for author and channel */
    @EventName("community.message.posted")
    record MessagePosted(
            String channelId,
            String communityId,
            String messageId,
            String memberId,
            String localId,
            @Personal(subject = "memberId") String body)
            implements MessageEvent {}

    @EventName("community.message.edited")
    record MessageEdited(
            String channelId,
            String communityId,
            String messageId,
            String memberId,
            String editorId,
            @Personal(subject = "memberId") String body,
            @Personal(subject = "memberId") String formerBody)
            implements MessageEvent {}

    /** The place of the message stays, its text is shown no more. */
    @EventName("community.message.deleted")
    record MessageDeleted(String channelId, String communityId, String messageId, String memberId, String deletedBy)
            implements MessageEvent {}
}
