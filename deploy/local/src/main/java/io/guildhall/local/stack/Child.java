package io.guildhall.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one part running until told to stop: what dies is started again after a back-off. */
final class Child {

    private static final long LOG_LIMIT_BYTES = 20 << 20;

    private final Part part;
    private final Path log;
    private final Backoff backoff;
    private final Consumer<PartState> told;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile PartState state;
    private volatile @Nullable Process process;

    Child(Part part, Path log, Backoff backoff, Consumer<PartState> told) {
        this.part = part;
        this.log = log;
        this.backoff = backoff;
        this.told = told;
        this.state = PartState.waiting(part);
    }

    Part part() {
        return part;
    }

    PartState state() {
        return state;
    }

    void start() {
        Thread.ofVirtual().name(part.name()).start(this::keepRunning);
    }

    private void keepRunning() {
        try {
            int deaths = 0;
            while (stopping.getCount() > 0) {
                Instant began = Instant.now();
                End end = runOnce();
                if (stopping.getCount() > 0) {
                    deaths = backoff.deathsAfter(deaths, Duration.between(began, Instant.now()));
                    Duration wait = backoff.before(deaths);
                    tell(state.died(
                            end.code(),
                            "%s; starts again in %.1f s".formatted(end.reason(), wait.toMillis() / 1000.0)));
                    boolean ordered = stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
                    if (ordered) {
                        break;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tell(state.stopped());
            ended.countDown();
        }
    }

    private End runOnce() throws InterruptedException {
        try {
            turnOver();
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            Process started = launch();
            process = started;
            if (stopping.getCount() == 0) {
                started.destroy();
            }
            Instant at = Instant.now();
            tell(state.starting(started.pid(), at));
            boolean exited = false;
            while (!exited && !part.readiness().reached(log, logStart)) {
                exited = started.waitFor(100, TimeUnit.MILLISECONDS);
            }
            if (!exited) {
                tell(state.ready(Duration.between(at, Instant.now()).toMillis()));
            }
            return new End(started.waitFor(), "ended with exit code " + started.exitValue());
        } catch (IOException e) {
            return new End(null, "did not start: " + e.getMessage());
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(part.command())
                .directory(part.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(part.environment());
        return builder.start();
    }

    /** One older log is kept, so that a part which talks much for weeks does not fill the disk at each new start. */
    private void turnOver() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void tell(PartState now) {
        state = now;
        told.accept(now);
    }

    private record End(@Nullable Integer code, String reason) {}

    /** Ends the process in order, and by force when it takes longer than it may. */
    void stop() {
        stopping.countDown();
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(part.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
            ended.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
