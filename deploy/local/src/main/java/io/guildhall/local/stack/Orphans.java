package io.guildhall.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts that outlived a supervisor which was killed; known by process id and start time, so nobody else's process is. */
final class Orphans {

    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    private Orphans() {}

    /** Returns how many there were; only for a folder whose lock nobody else holds. */
    static int end(DataFolder folder) {
        List<ProcessHandle> left = StackState.read(folder.state()).stream()
                .flatMap(state -> state.parts().reversed().stream())
                .map(Orphans::process)
                .flatMap(Optional::stream)
                .toList();
        left.forEach(Orphans::end);
        return left.size();
    }

    private static Optional<ProcessHandle> process(PartState part) {
        Long pid = part.pid();
        Instant startedAt = part.startedAt();
        if (pid == null || startedAt == null) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid)
                .filter(handle -> handle.info()
                        .startInstant()
                        .filter(start ->
                                Duration.between(start, startedAt).abs().compareTo(CLOCK_GRAIN) < 0)
                        .isPresent());
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
