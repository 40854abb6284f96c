package io.guildhall.platform.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one appender of a process: drafts that wait together are stored together (group commit). No error ends it. */
public final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int MOST_DRAFTS = 512;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private record Waiting(Draft draft, CompletableFuture<Outcome> outcome) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final LogWriter writer;
    private final Consumer<List<Commit>> appended;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String refusing;

    /**
     * @param patience how long a group is tried again while the store does not answer
     * @param appended takes what was stored with each group, for readers in this process
     */
    public Appender(CommitStore store, Duration patience, Consumer<List<Commit>> appended) {
        this.writer = new LogWriter(store, new Patience(patience));
        this.appended = appended;
        this.thread = Thread.ofPlatform().name("appender").daemon().start(this::run);
    }

    /** @param why nothing is appended from now on; {@code null} when it is again */
    void refuse(@Nullable String why) {
        refusing = why;
    }

    /**
     * Completes when the draft is durable, or refused; fails with {@link StoreUnavailable} when that is not known, and
     * with {@link LogSetBack} when nothing is appended now.
     */
    public CompletableFuture<Outcome> append(Draft draft) {
        var waiting = new Waiting(draft, new CompletableFuture<>());
        String why = refusing;
        if (why != null) {
            waiting.outcome.completeExceptionally(new LogSetBack(why));
        } else if (closed) {
            waiting.outcome.completeExceptionally(
                    new StoreUnavailable("The appender is closed", new IllegalStateException()));
        } else {
            queue.add(waiting);
        }
        return waiting.outcome;
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                write(nextGroup());
            }
        } catch (InterruptedException _) {
            LOG.debug("Appender interrupted");
        }
        var late = new ArrayList<Waiting>();
        queue.drainTo(late);
        late.forEach(waiting -> waiting.outcome.completeExceptionally(
                new StoreUnavailable("The appender is closed", new IllegalStateException())));
    }

    private List<Waiting> nextGroup() throws InterruptedException {
        var group = new ArrayList<Waiting>();
        Waiting first = queue.take();
        long bytes = 0;
        for (Waiting next = first; next != null; next = queue.peek()) {
            bytes += size(next.draft);
            if (next != first) {
                if (group.size() == MOST_DRAFTS || bytes > MOST_BYTES) {
                    break;
                }
                queue.remove();
            }
            group.add(next);
        }
        return group;
    }

    private void write(List<Waiting> group) {
        List<Commit> stored = new ArrayList<>(group.size());
        try {
            writer.write(group.stream().map(Waiting::draft).toList(), (index, outcome) -> {
                if (outcome instanceof Outcome.Stored(Commit commit)) {
                    stored.add(commit);
                }
                group.get(index).outcome.complete(outcome);
            });
            appended.accept(stored);
        } catch (RuntimeException failure) {
            LOG.warn("A group of {} commits got no answer: {}", group.size(), failure.getMessage());
            group.forEach(waiting -> waiting.outcome.completeExceptionally(failure));
        } catch (Error error) {
            LOG.error("A group of {} commits got no answer", group.size(), error);
            var unknown = new StoreUnavailable("The append broke off", error);
            group.forEach(waiting -> waiting.outcome.completeExceptionally(unknown));
        }
    }

    private static long size(Draft draft) {
        return draft.events().stream()
                .mapToLong(event -> event.payload().length())
                .sum();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** Exponential waits with jitter, from 1 to 100 ms, until the patience of one group is at its end. */
    private static final class Patience implements LogWriter.Pause {

        private final Duration patience;
        private long since;

        Patience(Duration patience) {
            this.patience = patience;
        }

        @Override
        public boolean afterFailure(int failures) {
            long now = System.nanoTime();
            if (failures == 1) {
                since = now;
            }
            if (now - since > patience.toNanos() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            long most = Math.min(100, 1L << Math.min(failures, 7));
            try {
                Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1)));
                return true;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
