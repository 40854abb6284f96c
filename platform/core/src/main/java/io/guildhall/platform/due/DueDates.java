package io.guildhall.platform.due;

import io.guildhall.platform.event.EventCodec;
import java.time.Instant;

/**
 * Sends a command when its date has come, soon after it and once, whatever dies meanwhile.
 *
 * <p>Dates are told by the movable clock. The command id derives from id and date; a command that is refused is kept
 * with the reason, one that cannot be answered is tried again. Both are shown to operators, see {@link DueDateDesk}.
 */
public final class DueDates {

    private final DueDateStore store;
    private final CommandNames names;
    private final EventCodec codec;

    DueDates(DueDateStore store, CommandNames names, EventCodec codec) {
        this.store = store;
        this.names = names;
        this.codec = codec;
    }

    /**
     * Sends the command at that time. Repeatable; another date or command under the same id replaces the earlier one.
     *
     * @param command bears {@link io.guildhall.platform.event.CommandName} and is a record of this service
     */
    public void at(String id, Instant due, Object command) {
        String name = CommandNames.nameOf(command.getClass());
        if (names.byName(name) != command.getClass()) {
            throw new IllegalArgumentException(command.getClass().getName() + " is not the command named " + name);
        }
        store.put(id, due, name, codec.write(command));
    }

    /** Forgets it, unless it is being sent at this moment; nothing happens where there is none. */
    public void cancel(String id) {
        store.remove(id);
    }
}
