package io.guildhall.community.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.community.channel.ChannelCommand.CloseChannel;
import io.guildhall.community.channel.ChannelCommand.OpenChannel;
import io.guildhall.community.channel.ChannelCommand.RenameChannel;
import io.guildhall.community.channel.ChannelCommand.SetHistoryReach;
import io.guildhall.community.channel.ChannelCommand.SetSlowMode;
import io.guildhall.community.channel.ChannelEvent.ChannelClosed;
import io.guildhall.community.channel.ChannelEvent.ChannelOpened;
import io.guildhall.community.channel.ChannelEvent.ChannelRenamed;
import io.guildhall.community.channel.ChannelEvent.HistoryReachSet;
import io.guildhall.community.channel.ChannelEvent.SlowModeSet;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A channel's settings: named until it is closed, and found in its own community only. */
@Aggregate
@Snapshotted(name = "community.channel", revision = 3)
class Channel {

    @AggregateIdentifier
    private String channelId;

    private String communityId = "";
    private String name = "";
    private String description = "";
    private Audience audience = Audience.MEMBERS;
    private int slowModeSeconds;
    private HistoryReach reach = HistoryReach.WHOLE;
    private boolean closed;

    Channel() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(OpenChannel command) {
        apply(new ChannelOpened(
                command.channelId(), command.communityId(), command.name(), command.description(), command.audience()));
    }

    @CommandHandler
    void handle(RenameChannel command) {
        findOpen(command);
        if (!command.name().equals(name) || !command.description().equals(description)) {
            apply(new ChannelRenamed(channelId, communityId, command.name(), command.description()));
        }
    }

    @CommandHandler
    void handle(SetSlowMode command) {
        findOpen(command);
        if (command.seconds() != slowModeSeconds) {
            apply(new SlowModeSet(channelId, communityId, command.seconds()));
        }
    }

    @CommandHandler
    void handle(SetHistoryReach command) {
        findOpen(command);
        if (audience == Audience.PUBLIC) {
            throw new ChannelIsPublic();
        }
        if (command.reach() != reach) {
            apply(new HistoryReachSet(channelId, communityId, command.reach()));
        }
    }

    @CommandHandler
    void handle(CloseChannel command) {
        find(command);
        if (!closed) {
            apply(new ChannelClosed(channelId, communityId));
        }
    }

    @EventSourcingHandler
    void on(ChannelEvent event) {
        switch (event) {
            case ChannelOpened opened -> {
                channelId = opened.channelId();
                communityId = opened.communityId();
                name = opened.name();
                description = opened.description();
                audience = opened.audience();
            }
            case ChannelRenamed renamed -> {
                name = renamed.name();
                description = renamed.description();
            }
            case SlowModeSet slow -> slowModeSeconds = slow.seconds();
            case HistoryReachSet set -> reach = set.reach();
            case ChannelClosed _ -> closed = true;
        }
    }

    private void findOpen(ChannelCommand command) {
        find(command);
        if (closed) {
            throw new ChannelIsClosed();
        }
    }

    private void find(ChannelCommand command) {
        if (!command.communityId().equals(communityId)) {
            throw new NotFound();
        }
    }
}
