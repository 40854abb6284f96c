package io.guildhall.platform.axon;

import io.guildhall.platform.log.LogPosition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of the request that this thread serves; each command of one request gets an id of its own. */
public final class CurrentCommand {

    private static final ThreadLocal<@Nullable CurrentCommand> CURRENT = new ThreadLocal<>();

    private final CommandContext base;
    private int sent;
    private @Nullable LogPosition last;

    private CurrentCommand(CommandContext base) {
        this.base = base;
    }

    public static void begin(CommandContext base) {
        CURRENT.set(new CurrentCommand(base));
    }

    public static void end() {
        CURRENT.remove();
    }

    /**
     * The request's id, the same when it is repeated: for what is done without a command of an aggregate.
     *
     * @throws IllegalStateException outside of a request
     */
    public static String id() {
        return get().base.commandId();
    }

    /** The position of the newest event that this request's commands stored. */
    public static Optional<LogPosition> lastPosition() {
        return Optional.ofNullable(CURRENT.get()).map(current -> current.last);
    }

    /** @throws IllegalStateException outside of a request */
    static CurrentCommand get() {
        CurrentCommand current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("No request is being served by this thread");
        }
        return current;
    }

    CommandContext next() {
        return base.withCommandId(base.commandId() + "/" + sent++);
    }

    void stored(@Nullable LogPosition position) {
        if (position != null) {
            last = position;
        }
    }
}
