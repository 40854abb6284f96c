package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelEntry;
import java.util.List;

/** One thing to be asked again and again for who listens. */
interface Look {

    /** @param listening to this channel, some hundred at most */
    void at(ChannelEntry channel, List<Subscription> listening);
}
