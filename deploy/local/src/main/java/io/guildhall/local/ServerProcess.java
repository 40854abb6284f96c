package io.guildhall.local;

import io.guildhall.local.LocalFailure.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs one local server as a process of its own: a {@code READY address} line when it serves, one line on standard
 * error and an exit code when it cannot, and a clean close on SIGTERM.
 */
public final class ServerProcess {

    /** A started server: what to print behind READY, and how it ends. */
    public interface Running extends AutoCloseable {
        String address();

        @Override
        void close();
    }

    /** Starts the server on a folder with the ports of the command line. */
    @FunctionalInterface
    public interface Starter {
        Running start(Path folder, int[] ports);
    }

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final String name;
    private final int ports;

    /** A server that is started with a folder and this many ports. */
    public ServerProcess(String name, int ports) {
        this.name = name;
        this.ports = ports;
    }

    /** Returns only by the end of the process. */
    public void run(String[] arguments, Starter starter) {
        try {
            Running running = starter.start(folder(arguments), ports(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running), name + "-shutdown"));
            System.out.println("READY " + running.address());
            System.out.flush();
            new CountDownLatch(1).await();
        } catch (LocalFailure e) {
            halt(e);
        } catch (InterruptedException | RuntimeException e) {
            halt(new LocalFailure(Reason.INTERNAL, "cannot start: " + e, e));
        }
    }

    /** What was answered is in the files already, so a close that hangs need not be waited for. */
    private void close(Running running) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(LONGEST_CLOSE);
                halt(new LocalFailure(Reason.INTERNAL, "does not close within " + LONGEST_CLOSE.toSeconds() + " s"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        running.close();
    }

    /** Ends the process at once, without its shutdown hooks: nothing more is written or answered. */
    public void halt(LocalFailure failure) {
        System.err.println(name + ": " + String.valueOf(failure.getMessage()).replaceAll("\\s+", " "));
        System.err.flush();
        Runtime.getRuntime().halt(failure.exitCode());
    }

    private Path folder(String[] arguments) {
        if (arguments.length != ports + 1) {
            throw usage();
        }
        return Path.of(arguments[0]);
    }

    private int[] ports(String[] arguments) {
        int[] numbers = new int[ports];
        for (int i = 0; i < ports; i++) {
            numbers[i] = port(arguments[i + 1]);
        }
        return numbers;
    }

    private int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw usage();
        }
        throw usage();
    }

    private LocalFailure usage() {
        return new LocalFailure(Reason.USAGE, "usage: " + name + " FOLDER" + " PORT".repeat(ports));
    }
}
