package io.guildhall.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a main class that leaves an AOT cache, so that later runs start faster. A run that fails leaves a note in
 * place of the cache and is not tried again for this build; nothing depends on it.
 *
 * @param endsItself false when the run ends only when it is told to, once it says that it is ready
 */
record Training(Path cache, List<String> command, Map<String, String> environment, Path folder, boolean endsItself) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What the run is told to write; it becomes the cache only when it is whole. */
    static Path fresh(Path cache) {
        return cache.resolveSibling(
                cache.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    }

    boolean needed() {
        return !Files.exists(cache) && !Files.exists(note());
    }

    /** Blocks; an interrupt ends the run without a cache and without a note. */
    void run() throws InterruptedException {
        Path log = cache.resolveSibling(cache.getFileName() + ".log");
        try {
            Files.deleteIfExists(log);
            ProcessBuilder builder = new ProcessBuilder(gently(command))
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            boolean ended = untilEnd(builder.start(), log);
            if (ended && Files.exists(fresh(cache)) && Files.size(fresh(cache)) > 0) {
                Files.move(fresh(cache), cache, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.writeString(note(), "see " + log.getFileName() + "\n");
            }
        } catch (IOException e) {
            System.out.println("No AOT cache " + cache + ": " + e.getMessage());
        } finally {
            forget(fresh(cache));
            forget(fresh(cache).resolveSibling(fresh(cache).getFileName() + ".config"));
        }
    }

    private boolean untilEnd(Process process, Path log) throws InterruptedException {
        try {
            if (!endsItself) {
                endWhenReady(process, log);
            }
            return process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.out.println("Left behind: " + file + ": " + e.getMessage());
        }
    }

    private static void endWhenReady(Process process, Path log) throws InterruptedException {
        Readiness ready = new Readiness.Line("READY");
        boolean exited = false;
        while (!exited && !ready.reached(log, 0)) {
            exited = process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        process.destroy();
    }

    /** What is being trained must not slow down what runs. */
    private static List<String> gently(List<String> command) {
        List<String> gentle = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            gentle.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        gentle.addAll(command);
        return gentle;
    }

    private Path note() {
        return cache.resolveSibling(cache.getFileName() + ".failed");
    }
}
