package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.live.ServerFrame.Sent;
import io.guildhall.community.message.Pace;
import io.guildhall.community.message.Reactions;
import io.guildhall.community.message.Said;
import io.guildhall.community.message.Talk;
import org.springframework.stereotype.Component;

/** Says and changes what a frame asks for, and answers what it came to. */
@Component
class Speaking {

    private final ChannelAccess access;
    private final Pace pace;
    private final Talk talk;
    private final Reactions reactions;

    Speaking(ChannelAccess access, Pace pace, Talk talk, Reactions reactions) {
        this.access = access;
        this.pace = pace;
        this.talk = talk;
        this.reactions = reactions;
    }

    void take(Connection connection, ClientFrame.Speech frame) {
        String memberId = connection.memberId();
        ChannelEntry channel = access.requireOpen(connection.communityId(), memberId, frame.channel());
        pace.spend(memberId, channel.channelId());
        Said said = switch (frame) {
            case ClientFrame.Send send -> talk.post(channel, memberId, send.localId(), send.body());
            case ClientFrame.Edit edit ->
                talk.edit(channel, memberId, isModerator(connection), edit.messageId(), edit.body());
            case ClientFrame.Delete delete ->
                talk.delete(channel, memberId, isModerator(connection), delete.messageId());
            case ClientFrame.React react -> reactions.add(channel, memberId, react.messageId(), react.reaction());
            case ClientFrame.Unreact unreact ->
                reactions.withdraw(channel, memberId, unreact.messageId(), unreact.reaction());
        };
        String localId = frame instanceof ClientFrame.Send send ? send.localId() : null;
        connection.send(new Sent(localId, frame.channel(), said.messageId(), said.sequence()));
    }

    private boolean isModerator(Connection connection) {
        return access.isModerator(connection.communityId(), connection.memberId());
    }
}
