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
    private final Check holes;
    private final Check reorderings;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Marks marks;
    private long position;

    /** @param reorderings takes streams whose sequences are not 0, 1, 2, … */
    LogAudit(LogReader reader, Check holes, Check reorderings) {
        this.reader = reader;
        this.holes = holes;
        this.reorderings = reorderings;
        this.marks = new Marks(reader.head());
    }

    /** A mark of each event id at its position, as far as was read. */
    Marks marks() {
        return marks;
    }

    /** Reads on to where the log ends now. */
    void read() {
        long head = reader.head();
        try {
            while (position < head) {
                for (Commit commit : reader.after(position, PAGE)) {
                    if (position >= head) {
                        break;
                    }
                    requireDense(commit);
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
    }

    private void requireDense(Commit commit) {
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
