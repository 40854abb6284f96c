package io.guildhall.community.live;

import io.guildhall.community.access.Decision;
import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.live.ServerFrame.AccessEnded;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether those who listen still may, by what is known and by the clock; who may not is told so. */
@Component
@Order(1)
class AccessLook implements Look {

    private final ChannelAccess access;
    private final Subscribing subscribing;

    AccessLook(ChannelAccess access, Subscribing subscribing) {
        this.access = access;
        this.subscribing = subscribing;
    }

    @Override
    public void at(ChannelEntry channel, List<Subscription> listening) {
        Map<String, Decision> decisions = access.decide(channel, Subscription.memberIds(listening));
        for (Subscription subscription : listening) {
            Connection connection = subscription.connection();
            Decision decision = decisions.getOrDefault(connection.memberId(), Decision.NO_GRANT);
            if (decision != Decision.ALLOWED && subscribing.end(subscription)) {
                connection.send(new AccessEnded(channel.channelId(), decision.text()));
            }
        }
    }
}
