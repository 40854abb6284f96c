package io.guildhall.local.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a write be answered only when the file holds it, and a read only when the file holds what it saw; all who wait at
 * once share a commit. No commit starts while a write runs, so a command is in the file whole or not at all. When a
 * commit fails, or a write breaks off in the middle, nothing is answered or committed any more.
 */
final class CommitGate implements AutoCloseable {

    private final MVStore store;
    private final boolean waits;
    private final Consumer<Throwable> failStop;

    /** Shared by the writes that run, exclusive for a commit. */
    private final ReentrantReadWriteLock writes = new ReentrantReadWriteLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final @Nullable Thread committer;
    private long started;
    private long finished;
    private long committed;
    private boolean closed;
    private volatile @Nullable Throwable failure;

    CommitGate(MVStore store, Durability durability, Consumer<Throwable> failStop) {
        this.store = store;
        this.failStop = failStop;
        this.waits = store.isPersistent() && durability == Durability.COMMIT_BEFORE_ACKNOWLEDGE;
        this.committer =
                waits ? Thread.ofPlatform().name("store-commit").daemon().start(this::commitUntilClosed) : null;
    }

    <T> T write(Supplier<T> command) {
        long ticket;
        writes.readLock().lock();
        try {
            start();
            return pinned(command);
        } catch (MVStoreException | Error e) {
            fail(e);
            throw e;
        } finally {
            ticket = finish();
            writes.readLock().unlock();
            awaitCommit(ticket);
        }
    }

    <T> T read(Supplier<T> command) {
        try {
            return pinned(command);
        } finally {
            awaitCommit(lastStarted());
        }
    }

    /** Keeps the version that is read: compaction would free the file's chunks below an open cursor. */
    private <T> T pinned(Supplier<T> command) {
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return command.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    /** Runs housekeeping between two writes. */
    void exclusively(Runnable task) {
        writes.writeLock().lock();
        try {
            refuseAfterFailure();
            task.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            writes.writeLock().unlock();
        }
    }

    private void commitUntilClosed() {
        while (awaitWork()) {
            exclusively(() -> {
                long upTo = lastStarted();
                store.commit();
                announce(upTo);
            });
        }
    }

    private void start() {
        lock.lock();
        try {
            started++;
        } finally {
            lock.unlock();
        }
    }

    private long lastStarted() {
        lock.lock();
        try {
            return started;
        } finally {
            lock.unlock();
        }
    }

    /** The ticket of every write that the next commit holds. */
    private long finish() {
        lock.lock();
        try {
            finished++;
            work.signal();
            return started;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitWork() {
        lock.lock();
        try {
            while (finished <= committed && !closed && failure == null) {
                work.awaitUninterruptibly();
            }
            return finished > committed && failure == null;
        } finally {
            lock.unlock();
        }
    }

    private void announce(long upTo) {
        lock.lock();
        try {
            committed = upTo;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommit(long ticket) {
        lock.lock();
        try {
            while (waits && committed < ticket && failure == null) {
                progress.awaitUninterruptibly();
            }
            refuseAfterFailure();
        } finally {
            lock.unlock();
        }
    }

    private void refuseAfterFailure() {
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException("the store has stopped", cause);
        }
    }

    private void fail(Throwable cause) {
        lock.lock();
        try {
            boolean first = failure == null;
            failure = first ? cause : failure;
            if (first) {
                failStop.accept(cause);
            }
            work.signalAll();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Commits what was asked for and ends the committer. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        if (committer != null) {
            boolean interrupted = false;
            while (committer.isAlive()) {
                try {
                    committer.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
