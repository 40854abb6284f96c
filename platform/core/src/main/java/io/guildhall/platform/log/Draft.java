package io.guildhall.platform.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit that has no position yet.
 *
 * @param expectedSequence the sequence its first event must take, or {@link #NEXT} for whatever is next
 */
public record Draft(
        String streamId,
        long expectedSequence,
        String commandId,
        String type,
        @Nullable String community,
        List<StoredEvent> events) {

    public static final long NEXT = -1;

    public static final int MOST_EVENTS = 1_000;
    public static final int MOST_EVENT_BYTES = 512 * 1024;
    public static final int MOST_COMMIT_BYTES = 8 * 1024 * 1024;

    public Draft {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A commit has at least one event");
        }
        if (events.size() > MOST_EVENTS) {
            throw new CommitTooLarge(events.size() + " events, at most " + MOST_EVENTS);
        }
        long total = 0;
        for (StoredEvent event : events) {
            long bytes = utf8Length(event.payload());
            total += bytes;
            if (bytes > MOST_EVENT_BYTES) {
                throw new CommitTooLarge("an event of " + bytes + " bytes, at most " + MOST_EVENT_BYTES);
            }
        }
        if (total > MOST_COMMIT_BYTES) {
            throw new CommitTooLarge(total + " bytes, at most " + MOST_COMMIT_BYTES);
        }
    }

    boolean takesNext() {
        return expectedSequence == NEXT;
    }

    Commit at(long position, long previous, long firstSequence) {
        long sequence = firstSequence;
        var numbered = new java.util.ArrayList<StoredEvent>(events.size());
        for (StoredEvent event : events) {
            numbered.add(event.withSequence(sequence++));
        }
        return new Commit(position, previous, streamId, firstSequence, commandId, type, community, numbered);
    }

    private static long utf8Length(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
