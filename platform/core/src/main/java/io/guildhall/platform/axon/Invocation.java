package io.guildhall.platform.axon;

import io.guildhall.platform.log.Commit;
import org.jspecify.annotations.Nullable;

/** One command on its way through Axon, seen by the storage engine on the same thread. */
final class Invocation {

    private static final ThreadLocal<@Nullable Invocation> CURRENT = new ThreadLocal<>();

    final CommandContext context;
    private final boolean fresh;
    private boolean usedKept;
    private @Nullable Commit stored;

    private Invocation(CommandContext context, boolean fresh) {
        this.context = context;
        this.fresh = fresh;
    }

    /** @param fresh whether it shall be decided on what the log holds, not on an aggregate that was kept */
    static Invocation begin(CommandContext context, boolean fresh) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("A command sends no command: use a policy");
        }
        var invocation = new Invocation(context, fresh);
        CURRENT.set(invocation);
        return invocation;
    }

    static void end() {
        CURRENT.remove();
    }

    /** @throws IllegalStateException when an event is stored without a command */
    static Invocation get() {
        Invocation current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("Events are stored by commands only");
        }
        return current;
    }

    /** To be asked before a kept aggregate is used. */
    boolean mayUseKept() {
        usedKept = !fresh;
        return usedKept;
    }

    /** Whether nothing was stored on the strength of an aggregate that may have been outdated. */
    boolean isInDoubt() {
        return usedKept && stored == null;
    }

    /** @throws IllegalStateException when the command already changed an aggregate */
    void requireNothingStored() {
        if (stored != null) {
            throw new IllegalStateException(
                    "One command changes one aggregate: %s was stored before".formatted(stored.streamId()));
        }
    }

    void stored(Commit commit) {
        stored = commit;
    }

    @Nullable
    Commit stored() {
        return stored;
    }
}
