package io.guildhall.community.channel.web;

import io.guildhall.community.access.ChannelResource;
import io.guildhall.community.channel.ChannelEntry;
import java.util.List;

/**
 * A channel as one caller sees it.
 *
 * @param slowModeSeconds between two messages of one member, staff excepted
 * @param historyReach {@code whole}, or {@code since-joining} if readers see what was said since they came
 * @param usable whether the caller may read and write in it now
 * @param opens the resources of which a grant would open it to the caller; empty when it is usable
 */
record ChannelView(
        String channelId,
        String name,
        String description,
        String audience,
        boolean closed,
        long slowModeSeconds,
        String historyReach,
        boolean usable,
        List<String> opens) {

    static ChannelView of(ChannelEntry channel, boolean usable) {
        return new ChannelView(
                channel.channelId(),
                channel.name(),
                channel.description(),
                channel.audience().text(),
                channel.closed(),
                channel.slowMode().toSeconds(),
                channel.historyReach().text(),
                usable,
                usable ? List.of() : ChannelResource.opening(channel.channelId()));
    }
}
