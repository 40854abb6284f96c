package io.guildhall.platform.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command did, whole or not at all: the one kind of document in the log.
 *
 * @param position the position of its first event; the next commit's is this plus the number of events
 * @param previous the position of the commit before it, 0 for the first
 */
public record Commit(
        long position,
        long previous,
        String streamId,
        long firstSequence,
        String commandId,
        String type,
        @Nullable String community,
        List<StoredEvent> events) {

    public Commit {
        events = List.copyOf(events);
    }

    /** The position of its last event. */
    public long last() {
        return position + events.size() - 1;
    }

    public long lastSequence() {
        return firstSequence + events.size() - 1;
    }

    /** Whether this is the very commit that was made from the draft, and not another answer to its command. */
    boolean isOf(Draft draft) {
        return events.getFirst().id().equals(draft.events().getFirst().id());
    }
}
