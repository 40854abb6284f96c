package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what one frame asks for, in the name of who holds the connection; each frame asks anew whether he may. */
@Component
class Dialogue {

    private final ChannelAccess access;
    private final Speaking speaking;
    private final Reading reading;
    private final Subscribing subscribing;

    Dialogue(ChannelAccess access, Speaking speaking, Reading reading, Subscribing subscribing) {
        this.access = access;
        this.speaking = speaking;
        this.reading = reading;
        this.subscribing = subscribing;
    }

    void take(Connection connection, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Subscribe subscribe ->
                subscribing.begin(connection, readable(connection, frame), subscribe.afterSeq());
            case ClientFrame.Unsubscribe unsubscribe -> end(connection.listensNoMoreTo(unsubscribe.channel()));
            case ClientFrame.Speech speech -> speaking.take(connection, speech);
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
}
