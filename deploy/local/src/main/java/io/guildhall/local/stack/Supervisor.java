package io.guildhall.local.stack;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Starts parts as soon as those before them are ready, keeps them running, and stops them in the opposite order. */
final class Supervisor implements AutoCloseable {

    private final String origin;
    private final Path stateFile;
    private final Instant startedAt = Instant.now();
    private final List<Child> children = new ArrayList<>();
    private final Set<String> begun = new HashSet<>();
    private boolean closing;

    Supervisor(String origin, List<Part> parts, Path stateFile, Function<String, Path> logs, Backoff backoff) {
        this.origin = origin;
        this.stateFile = stateFile;
        for (Part part : parts) {
            children.add(new Child(part, logs.apply(part.name()), backoff, this::changed));
        }
    }

    void start() {
        changed();
    }

    private void changed(PartState state) {
        String says = state.says();
        System.out.println(Instant.now() + " " + state.name() + " " + state.phase()
                + (state.pid() == null ? "" : " pid " + state.pid()) + (says == null ? "" : ": " + says));
        changed();
    }

    private synchronized void changed() {
        writeDown();
        if (closing) {
            return;
        }
        Set<String> ready = new HashSet<>();
        for (Child child : children) {
            if (child.state().phase() == PartState.Phase.READY) {
                ready.add(child.part().name());
            }
        }
        for (Child child : children) {
            if (ready.containsAll(child.part().after())
                    && begun.add(child.part().name())) {
                child.start();
            }
        }
    }

    /** A full disk must not end the watch over parts that still run. */
    private void writeDown() {
        try {
            current().write(stateFile);
        } catch (UncheckedIOException e) {
            System.out.println(Instant.now() + " state not written: " + e.getMessage());
        }
    }

    StackState current() {
        return new StackState(
                ProcessHandle.current().pid(),
                startedAt,
                origin,
                children.stream().map(Child::state).toList());
    }

    /** A part ends only when all parts that need it have ended; parts that do not need each other end together. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        Set<String> ended = new HashSet<>();
        while (ended.size() < children.size()) {
            List<Child> next = children.stream()
                    .filter(child -> !ended.contains(child.part().name()))
                    .filter(child -> children.stream()
                            .filter(other ->
                                    other.part().after().contains(child.part().name()))
                            .allMatch(other -> ended.contains(other.part().name())))
                    .toList();
            List<Thread> stops = next.stream()
                    .map(child -> Thread.ofVirtual().start(child::stop))
                    .toList();
            for (Thread stop : stops) {
                join(stop);
            }
            next.forEach(child -> ended.add(child.part().name()));
        }
    }

    private static void join(Thread stop) {
        try {
            stop.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
