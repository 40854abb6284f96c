package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.live.ServerFrame.Sent;
import io.guildhall.community.message.Pace;
import io.guildhall.community.message.Reading;
import io.guildhall.community.message.Said;
import io.guildhall.community.message.Talk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what one frame asks for, in the name of who holds the connection; each frame asks anew whether he may. */
@Component
class Dialogue {

    private final ChannelAccess access;
    private final Talk talk;
    private final Pace pace;
    private final Reading reading;
    private final Subscribing subscribing;

    Dialogue(ChannelAccess access, Talk talk, Pace pace, Reading reading, Subscribing subscribing) {
        this.access = access;
        this.talk = talk;
        this.pace = pace;
        this.reading = reading;
        this.subscribing = subscribing;
    }

    void take(Connection connection, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Subscribe subscribe ->
                subscribing.begin(connection, readable(connection, frame), subscribe.afterSeq());
            case ClientFrame.Unsubscribe unsubscribe -> end(connection.listensNoMoreTo(unsubscribe.channel()));
            case ClientFrame.Send send -> {
                ChannelEntry channel = writable(connection, frame);
                answer(
                        connection,
                        frame,
                        send.localId(),
                        talk.post(channel, connection.memberId(), send.localId(), send.body()));
            }
            case ClientFrame.Edit edit -> {
                ChannelEntry channel = writable(connection, frame);
                answer(
                        connection,
                        frame,
                        null,
                        talk.edit(
                                channel,
                                connection.memberId(),
                                isModerator(connection),
                                edit.messageId(),
                                edit.body()));
            }
            case ClientFrame.Delete delete -> {
                ChannelEntry channel = writable(connection, frame);
                answer(
                        connection,
                        frame,
                        null,
                        talk.delete(channel, connection.memberId(), isModerator(connection), delete.messageId()));
            }
            case ClientFrame.Read read -> {
                readable(connection, frame);
                reading.advance(read.channel(), connection.memberId(), read.sequence());
            }
            case ClientFrame.Mute mute -> {
                readable(connection, frame);
                reading.mute(mute.channel(), connection.memberId(), mute.muted());
            }
        }
    }

    /** To be called when a connection has ended. */
    void end(Connection connection) {
        connection.subscriptions().forEach(this::end);
    }

    private void end(@Nullable Subscription subscription) {
        if (subscription != null) {
            subscribing.end(subscription);
        }
    }

    private ChannelEntry readable(Connection connection, ClientFrame frame) {
        return access.require(connection.communityId(), connection.memberId(), frame.channel());
    }

    private ChannelEntry writable(Connection connection, ClientFrame frame) {
        var channel = access.requireOpen(connection.communityId(), connection.memberId(), frame.channel());
        pace.spend(connection.memberId());
        return channel;
    }

    private boolean isModerator(Connection connection) {
        return access.isModerator(connection.communityId(), connection.memberId());
    }

    private static void answer(Connection connection, ClientFrame frame, @Nullable String localId, Said said) {
        connection.send(new Sent(localId, frame.channel(), said.messageId(), said.sequence()));
    }
}
