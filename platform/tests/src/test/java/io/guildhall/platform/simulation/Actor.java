package io.guildhall.platform.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on beside others: a virtual thread that is mounted on the scheduler's thread, and on no other,
 * for one turn at a time.
 */
final class Actor {

    private static final Method NEW_VIRTUAL_THREAD = newVirtualThread();

    static final String UNDER_WAY = "under way: ";

    private final String name;
    private final Thread thread;
    private BooleanSupplier condition = () -> true;
    private long deadline = Long.MAX_VALUE;
    private boolean started;
    private boolean turn;
    private boolean killed;
    private boolean ended;
    private @Nullable Throwable failure;
    private String phase = "start";

    Actor(String name, Executor scheduler, Runnable body) {
        this.name = name;
        Runnable run = () -> {
            try {
                body.run();
            } catch (Crash _) {
                phase = "killed";
            } catch (Throwable thrown) {
                failure = killed ? null : thrown;
            } finally {
                ended = true;
            }
        };
        try {
            this.thread = (Thread) NEW_VIRTUAL_THREAD.invoke(null, scheduler, name, 0, run);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The JDK keeps this from public view until virtual threads with schedulers of one's own are final. */
    private static Method newVirtualThread() {
        try {
            Method method = Class.forName("java.lang.ThreadBuilders")
                    .getDeclaredMethod("newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    "The simulation needs --add-opens java.base/java.lang=ALL-UNNAMED", missing);
        }
    }

    /** Whether it is something under way that lives on without whoever sent it. */
    boolean isUnderWay() {
        return name.startsWith(UNDER_WAY);
    }

    String name() {
        return name;
    }

    /** What it is about to do. */
    String phase() {
        return phase;
    }

    void phase(String next) {
        phase = next;
    }

    boolean ended() {
        return ended;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    boolean killed() {
        return killed;
    }

    void kill() {
        killed = true;
    }

    boolean is(Thread other) {
        return thread == other;
    }

    boolean ready(long now) {
        return !ended && (now >= deadline || condition.getAsBoolean());
    }

    /** When it goes on although its condition may not hold. */
    long deadline() {
        return deadline;
    }

    /** Lets the thread become runnable; the scheduler then mounts it. */
    void begin() {
        turn = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
    }

    /** Called by the actor's own thread: ends its turn; the next comes when the condition holds, or at the deadline. */
    void give(BooleanSupplier until, long latest) {
        if (killed) {
            throw new Crash();
        }
        condition = until;
        deadline = latest;
        turn = false;
        while (!turn) {
            LockSupport.park();
        }
        deadline = Long.MAX_VALUE;
        if (killed) {
            throw new Crash();
        }
    }
}
