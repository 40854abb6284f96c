package io.guildhall.platform.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how far the log has grown and wakes who waits for more: at once after an append here, else by asking, less often
 * while nothing is new. What is new it reads once for all who follow the log; whoever is further behind reads the store.
 */
public final class LogTail implements OrderedCommits, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);

    /** So many looks find nothing before the next ones are made {@value #RARELY} times as far apart. */
    private static final int PATIENT = 50;

    private static final int RARELY = 5;

    private final LogReader reader;
    private final Duration fetchDelay;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Thread thread;
    private final RecentCommits recent = new RecentCommits();
    private long head;
    private volatile boolean closed;

    public LogTail(LogReader reader, Duration fetchDelay) {
        this.reader = reader;
        this.fetchDelay = fetchDelay;
        this.thread = Thread.ofVirtual().name("log-tail").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** The newest position that this process has seen. */
    public long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Takes what was stored durably in this process, so that nobody waits for the next look, or reads it. */
    void appended(List<Commit> commits) {
        recent.add(commits);
        publish(commits.isEmpty() ? 0 : commits.getLast().last());
    }

    @Override
    public List<Commit> after(long after, int limit) {
        return recent.after(after, limit).orElseGet(() -> reader.after(after, limit));
    }

    /** @return whether the log reaches beyond {@code position}; waits at most {@code longest} for that */
    public boolean awaitBeyond(long position, Duration longest) throws InterruptedException {
        long nanos = longest.toNanos();
        lock.lock();
        try {
            while (head <= position && nanos > 0 && !closed) {
                nanos = grown.awaitNanos(nanos);
            }
            return head > position;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean answered = true;
        int inVain = 0;
        while (!closed) {
            try {
                inVain = look() ? 0 : inVain + 1;
                answered = true;
                Thread.sleep(inVain < PATIENT ? fetchDelay : fetchDelay.multipliedBy(RARELY));
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error failure) {
                if (answered && !closed) {
                    LOG.warn("The log's head could not be read: {}", failure.toString());
                }
                answered = false;
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /**
     * Reads what is new, unless that is too much to be kept.
     *
     * @return whether another process has appended
     */
    boolean look() {
        long newest = reader.head();
        long known = recent.end();
        if (newest - known > RecentCommits.MOST_COMMITS) {
            recent.startBehind(newest);
        } else if (newest > known) {
            recent.add(read(known));
        }
        publish(newest);
        return newest > known;
    }

    /** A log that cannot be read is told of by who follows it. */
    private List<Commit> read(long known) {
        try {
            return reader.after(known, RecentCommits.MOST_COMMITS);
        } catch (LogBroken _) {
            return List.of();
        }
    }

    private void publish(long newest) {
        lock.lock();
        try {
            if (newest > head) {
                head = newest;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(Duration.ofMillis(250));
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
