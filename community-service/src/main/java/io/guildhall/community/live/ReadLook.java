package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.ReadMark;
import io.guildhall.community.message.ReadMarks;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How far those who listen have read, whichever device at whichever instance marked it: all their devices are told. */
@Component
@Order(2)
class ReadLook implements Look {

    private final ReadMarks marks;

    ReadLook(ReadMarks marks) {
        this.marks = marks;
    }

    @Override
    public void at(ChannelEntry channel, List<Subscription> listening) {
        Map<String, ReadMark> byMember = marks.of(channel.channelId(), Subscription.memberIds(listening));
        for (Subscription subscription : listening) {
            ReadMark mark = byMember.get(subscription.connection().memberId());
            if (mark != null) {
                subscription.mark(mark.sequence(), mark.isMuted());
            }
        }
    }
}
