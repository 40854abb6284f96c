package io.guildhall.platform.verify;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogBroken;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import java.util.HashMap;
import java.util.Map;

/** Reads a whole log once: positions dense and chained, sequences of each stream dense. */
final class LogAudit {

    private static final int PAGE = 500;

    private final LogReader reader;
    private final Map<String, Long> sequences = new HashMap<>();

    LogAudit(LogReader reader) {
        this.reader = reader;
    }

    /**
     * @param reorderings takes streams whose sequences are not 0, 1, 2, …
     * @return a mark of each event id at its position
     */
    Marks read(Check holes, Check reorderings) {
        long head = reader.head();
        var marks = new Marks(head);
        long position = 0;
        try {
            while (position < head) {
                for (Commit commit : reader.after(position, PAGE)) {
                    if (position >= head) {
                        break;
                    }
                    requireDense(commit, reorderings);
                    long at = commit.position();
                    for (StoredEvent event : commit.events()) {
                        marks.put(at++, event.id());
                    }
                    position = commit.last();
                }
            }
        } catch (LogBroken broken) {
            holes.found(String.valueOf(broken.getMessage()));
        }
        return marks;
    }

    private void requireDense(Commit commit, Check reorderings) {
        long next = sequences.getOrDefault(commit.streamId(), 0L);
        for (StoredEvent event : commit.events()) {
            if (event.sequence() != next) {
                reorderings.found("%s has sequence %d at %d, not %d"
                        .formatted(commit.streamId(), event.sequence(), commit.position(), next));
            }
            next = event.sequence() + 1;
        }
        sequences.put(commit.streamId(), next);
    }
}
