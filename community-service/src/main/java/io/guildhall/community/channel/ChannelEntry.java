package io.guildhall.community.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a channel as the list shows it.
 *
 * @param place in the list: the position of its opening in the log
 * @param slowModeSeconds absent until it was set
 * @param reach absent until it was set
 */
@Document("channel_entry")
@CompoundIndex(name = "list", def = "{communityId: 1, place: 1}")
public record ChannelEntry(
        @Id String channelId,
        String communityId,
        long place,
        String name,
        String description,
        Audience audience,
        boolean closed,
        @Nullable Integer slowModeSeconds,
        @Nullable HistoryReach reach) {

    /** The time between two messages of one member. */
    public Duration slowMode() {
        return Duration.ofSeconds(slowModeSeconds == null ? 0 : slowModeSeconds);
    }

    /** How far back its readers see. */
    public HistoryReach historyReach() {
        return reach == null ? HistoryReach.WHOLE : reach;
    }
}
