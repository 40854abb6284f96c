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

    static Process launch(List<String> options, String... arguments) throws IOException {
        return launch(EmbeddedStore.class, options, arguments);
    }

    static Process launch(Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    static StoreProcess start(Path folder, Durability durability) throws IOException {
        Process process = launch(List.of("-D" + Durability.PROPERTY + "=" + durability), folder.toString(), "0");
        String ready = process.inputReader().readLine();
        if (ready == null || !ready.startsWith("READY ")) {
            throw new IOException("not ready: " + ready + text(process.errorReader()));
        }
        return new StoreProcess(process, ready.substring("READY ".length()));
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
