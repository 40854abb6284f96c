package io.guildhall.local.demo.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few callers who share out work. */
final class Crew implements AutoCloseable {

    private final ExecutorService callers;

    Crew(int callers) {
        this.callers = Executors.newFixedThreadPool(
                callers, Thread.ofPlatform().daemon().factory());
    }

    /** Returns when all is done; what went wrong with the first that failed is thrown then. */
    void all(List<Runnable> work) {
        List<Future<?>> begun = new ArrayList<>();
        work.forEach(each -> begun.add(callers.submit(each)));
        try {
            for (Future<?> each : begun) {
                each.get();
            }
        } catch (ExecutionException e) {
            begun.forEach(each -> each.cancel(true));
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
