package io.guildhall.community.channel;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything an owner may ask of a {@link Channel}. */
public sealed interface ChannelCommand {

    String channelId();

    String communityId();

    record OpenChannel(
            @TargetAggregateIdentifier String channelId,
            String communityId,
            String name,
            String description,
            Audience audience)
            implements ChannelCommand {}

    /** Gives another name and description; the same ones again are harmless. */
    record RenameChannel(
            @TargetAggregateIdentifier String channelId, String communityId, String name, String description)
            implements ChannelCommand {}

    /** Lets a member say one message in so many seconds, 0 for as many as he likes; the same again is harmless. */
    record SetSlowMode(@TargetAggregateIdentifier String channelId, String communityId, int seconds)
            implements ChannelCommand {}

    /** Lets readers see all that was said, or what was said since they came; the same again is harmless. */
    record SetHistoryReach(@TargetAggregateIdentifier String channelId, String communityId, HistoryReach reach)
            implements ChannelCommand {}

    /** Nothing is said in it from then on; closing again is harmless. */
    record CloseChannel(@TargetAggregateIdentifier String channelId, String communityId) implements ChannelCommand {}
}
