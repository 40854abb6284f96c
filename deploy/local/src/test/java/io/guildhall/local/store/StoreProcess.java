package io.guildhall.local.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The store as a process of its own, to be killed. */
final class StoreProcess implements AutoCloseable {

    private final Process process;
    private final String uri;

    private StoreProcess(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    /** A process that is the store, or that becomes it behind a prefix of the command. */
    static Process launch(List<String> prefix, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EmbeddedStore.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    static StoreProcess start(Path folder, Durability durability, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-D" + Durability.PROPERTY + "=" + durability);
        Process process = launch(List.of(), all, folder.toString(), "0");
        return new StoreProcess(process, awaitReady(process));
    }

    static String awaitReady(Process process) throws IOException {
        String ready = process.inputReader().readLine();
        if (ready == null || !ready.startsWith("READY ")) {
            throw new IOException("not ready: " + ready + text(process.errorReader()));
        }
        return ready.substring("READY ".length());
    }

    static String text(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }

    String uri() {
        return uri;
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill}: the store closes its file. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("the store does not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
