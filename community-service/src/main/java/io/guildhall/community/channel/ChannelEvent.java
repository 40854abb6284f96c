package io.guildhall.community.channel;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;

/** The facts of a channel, as stored and published for ever. */
public sealed interface ChannelEvent extends InCommunity {

    String channelId();

    @EventName("community.channel.opened")
    record ChannelOpened(String channelId, String communityId, String name, String description, Audience audience)
            implements ChannelEvent {}

    @EventName("community.channel.renamed")
    record ChannelRenamed(String channelId, String communityId, String name, String description)
            implements ChannelEvent {}

    /** @param seconds between two messages of one member, staff excepted; 0 for none */
    @EventName("community.channel.slow-mode-set")
    record SlowModeSet(String channelId, String communityId, int seconds) implements ChannelEvent {}

    /** @param reach of what readers see, staff excepted */
    @EventName("community.channel.history-reach-set")
    record HistoryReachSet(String channelId, String communityId, HistoryReach reach) implements ChannelEvent {}

    @EventName("community.channel.closed")
    record ChannelClosed(String channelId, String communityId) implements ChannelEvent {}
}
