package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.local.stack.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A second instance of every service, each started behind the other so that the first ones keep their processors. */
final class Doubles implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final Queue<Instance> instances = new ConcurrentLinkedQueue<>();
    private CompletableFuture<Void> started = CompletableFuture.completedFuture(null);

    Doubles(LocalStack stack) {
        this.stack = stack;
    }

    /** Returns at once. */
    void start() {
        started = CompletableFuture.runAsync(() -> Parts.SERVICES.forEach(this::start), Thread::startVirtualThread);
    }

    private void start(String service) {
        var instance = Instance.begin(stack, service);
        instances.add(instance);
        await().atMost(LONGEST_START).until(new Reviving(instance)::ready);
    }

    /** Waits until all are ready. */
    List<Reviving> arrived() {
        started.join();
        return instances.stream().map(Reviving::new).toList();
    }

    @Override
    public void close() {
        started.exceptionally(_ -> null).join();
        instances.forEach(Instance::close);
    }
}
