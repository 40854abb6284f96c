package io.guildhall.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.LocalFailure.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A local server as a process of its own, to be killed or to be seen ending. */
public final class LocalProcess implements AutoCloseable {

    private final Process process;

    private LocalProcess(Process process) {
        this.process = process;
    }

    /** A process that is the server, or becomes it behind a prefix of the command. */
    public static LocalProcess launch(List<String> prefix, Class<?> server, List<String> options, Object... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), server.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return new LocalProcess(new ProcessBuilder(command).start());
    }

    /** Waits for the READY line and answers the address in it. */
    public String awaitReady() throws IOException {
        String ready = process.inputReader().readLine();
        if (ready == null || !ready.startsWith("READY ")) {
            throw new IOException("not ready: " + ready + " " + text(process.errorReader()));
        }
        return ready.substring("READY ".length());
    }

    /** Asserts that it says why it ends in exactly one line, with the exit code of the reason. */
    public void endsWith(Reason reason, String line) throws InterruptedException {
        awaitEnd();
        assertThat(text(process.errorReader()))
                .containsPattern("^(store|broker): ")
                .contains(line)
                .doesNotContain("\n");
        assertThat(process.exitValue()).isEqualTo(reason.exitCode());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill}: the server begins to close. */
    public void terminate() {
        process.destroy();
    }

    private void awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the process ends").isTrue();
    }

    private static String text(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
