package io.guildhall.platform.follow;

import io.guildhall.platform.log.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * All that a record tells of an event and of the commit that stored it.
 *
 * @param event as it lay in the log
 * @param commit the position of the first event of its commit; 0 in a record from before that was told
 * @param commandId that the commit did; {@code null} in a record from before it was told
 * @param type what kind of stream it is in; {@code null} in a record from before it was told
 */
public record ReceivedEvent(
        TopicRecord record,
        StoredEvent event,
        long commit,
        @Nullable String commandId,
        @Nullable String type) {

    public long position() {
        return record.position();
    }

    public String streamId() {
        return record.envelope().fact().streamId();
    }

    public @Nullable String community() {
        return record.envelope().fact().community();
    }
}
