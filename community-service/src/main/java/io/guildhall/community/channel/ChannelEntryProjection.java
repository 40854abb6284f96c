package io.guildhall.community.channel;

import io.guildhall.community.channel.ChannelEvent.ChannelClosed;
import io.guildhall.community.channel.ChannelEvent.ChannelOpened;
import io.guildhall.community.channel.ChannelEvent.ChannelRenamed;
import io.guildhall.community.channel.ChannelEvent.HistoryReachSet;
import io.guildhall.community.channel.ChannelEvent.SlowModeSet;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link ChannelEntry}; every fact may arrive again. */
@Projection(value = ChannelEntryProjection.NAME, keeps = ChannelEntry.class)
class ChannelEntryProjection {

    static final String NAME = "channel-entries";

    private final ReadModel<ChannelEntry> entries;

    ChannelEntryProjection(ReadModels models) {
        entries = models.of(ChannelEntry.class);
    }

    @EventHandler
    void on(ChannelEvent event, Fact fact) {
        String id = event.channelId();
        switch (event) {
            case ChannelOpened opened -> entries.save(id, of(opened, fact), fact);
            case ChannelRenamed renamed ->
                entries.update(
                        id, new Update().set("name", renamed.name()).set("description", renamed.description()), fact);
            case SlowModeSet slow -> entries.update(id, new Update().set("slowModeSeconds", slow.seconds()), fact);
            case HistoryReachSet set -> entries.update(id, new Update().set("reach", set.reach()), fact);
            case ChannelClosed _ -> entries.update(id, new Update().set("closed", true), fact);
        }
    }

    private static ChannelEntry of(ChannelOpened opened, Fact fact) {
        return new ChannelEntry(
                opened.channelId(),
                opened.communityId(),
                fact.position().number(),
                opened.name(),
                opened.description(),
                opened.audience(),
                false,
                null,
                null);
    }
}
