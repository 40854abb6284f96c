package io.guildhall.community.message;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds how far back a reader sees a channel. Whether he may use it is asked before. */
@Component
public class Horizon {

    private final ChannelAccess access;
    private final ChatMessages messages;

    Horizon(ChannelAccess access, ChatMessages messages) {
        this.access = access;
        this.messages = messages;
    }

    /** The first sequence of what he may see: the one behind the last message from before he came; 0 for all. */
    public long of(ChannelEntry channel, String memberId) {
        Instant since = access.seeSince(channel, Set.of(memberId)).get(memberId);
        return since == null ? ChannelOrder.START + 1 : messages.lastBefore(channel.channelId(), since) + 1;
    }
}
