package io.guildhall.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** People who do the same over and over until they are stopped; each ends what it has begun. */
final class Callers implements AutoCloseable {

    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    void start(String name, Runnable once) {
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            try {
                while (going.get()) {
                    once.run();
                }
            } catch (RuntimeException | AssertionError wrong) {
                surprises.add(name + ": " + wrong);
            }
        }));
    }

    /** Answers that no fault explains. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public void close() throws InterruptedException {
        going.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
