package io.guildhall.analytics.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps processes waiting, since a query's two seconds are no time to start one; what is taken or dies is replaced. */
final class SandboxPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxPool.class);
    private static final long START_SECONDS = 20;
    private static final long LEAST_PAUSE_MILLIS = 100;
    private static final long MOST_PAUSE_MILLIS = 10_000;

    private final SandboxEngine engine = new SandboxEngine();
    private final BlockingQueue<SandboxProcess> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> keepers = new ArrayList<>();

    /**
     * Returns when so many wait.
     *
     * @throws IllegalStateException when they do not within 20 s
     */
    synchronized void start(int size) {
        var first = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            keepers.add(Thread.ofVirtual().name("sql-keeper-" + i).start(() -> keep(first)));
        }
        boolean started = false;
        try {
            started = first.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!started) {
            close();
            throw new IllegalStateException("No process for queries starts");
        }
    }

    /**
     * The process is the caller's, who closes it.
     *
     * @param end {@link System#nanoTime} until which one is waited for
     * @throws EngineNotReady when there is none until then
     */
    SandboxProcess take(long end) {
        try {
            while (true) {
                SandboxProcess process = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (process == null) {
                    throw new EngineNotReady();
                }
                if (process.isAlive() && process.take()) {
                    return process;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new EngineNotReady();
        }
    }

    private void keep(CountDownLatch first) {
        long pause = LEAST_PAUSE_MILLIS;
        try {
            while (true) {
                try {
                    keepOne(first);
                    pause = LEAST_PAUSE_MILLIS;
                } catch (IOException | RuntimeException e) {
                    LOG.warn("The next process for queries starts in {} ms", pause, e);
                    Thread.sleep(pause);
                    pause = Math.min(2 * pause, MOST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns when a query has taken it.
     *
     * @throws IOException when it does not start, or dies before that
     */
    private void keepOne(CountDownLatch first) throws IOException, InterruptedException {
        var process = new SandboxProcess(engine.folder());
        try {
            process.ready().get(START_SECONDS, TimeUnit.SECONDS);
            waiting.add(process);
            first.countDown();
            process.gone().get();
            if (!process.isTaken()) {
                throw new IOException("A process that waited for a query has died. " + process.lastWords());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("A process for queries does not start. " + process.lastWords(), e);
        } finally {
            waiting.remove(process);
            if (process.take()) {
                process.close();
            }
        }
    }

    /** Ends all that wait, and leaves nothing of them; those that were taken are closed by who took them. */
    @Override
    public synchronized void close() {
        keepers.forEach(Thread::interrupt);
        try {
            for (Thread keeper : keepers) {
                keeper.join();
            }
            keepers.clear();
            engine.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
