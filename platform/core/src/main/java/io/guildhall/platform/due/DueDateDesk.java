package io.guildhall.platform.due;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an operator decides about due commands that are stuck: each is sent again, or dropped. */
public final class DueDateDesk {

    private final DueDateStore store;

    DueDateDesk(DueDateStore store) {
        this.store = store;
    }

    /**
     * Those that wait for an operator, in the order of their ids.
     *
     * @param after the last id of the page before, {@code null} for the first
     */
    public List<StuckDueDate> stuck(@Nullable String after, int limit) {
        return store.stuck(after, limit);
    }

    public long count() {
        return store.countStuck();
    }

    /** Those that an operator gave up, oldest date first. */
    public List<StuckDueDate> dropped(int limit) {
        return store.dropped(limit);
    }

    /**
     * Lets it be sent at once; it is stuck again when it is refused again or fails once more.
     *
     * @return false when nothing is stuck under this id
     */
    public boolean retry(String id) {
        return store.free(id);
    }

    /**
     * Gives it up for good, unless a date is set again under this id.
     *
     * @return false when nothing is stuck under this id
     */
    public boolean drop(String id, String actor, String reason) {
        return store.drop(id, actor, reason);
    }
}
