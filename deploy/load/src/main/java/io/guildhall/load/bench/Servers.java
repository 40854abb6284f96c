package io.guildhall.load.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The embedded store and broker as processes of their own, as {@code ./guildhall up} starts them. */
final class Servers implements AutoCloseable {

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int storePort = freePort(21_000);
    private final int brokerPort = freePort(22_000);

    Servers() throws IOException {
        this.folder = Files.createTempDirectory("guildhall-bench");
        makeMasterKey();
        start("io.guildhall.local.store.EmbeddedStore", "store", storePort);
        start("io.guildhall.local.broker.EmbeddedBroker", "broker", brokerPort, freePort(23_000));
    }

    String mongodb() {
        return "mongodb://127.0.0.1:" + storePort;
    }

    String kafka() {
        return "127.0.0.1:" + brokerPort;
    }

    Path masterKey() {
        return folder.resolve("master.key");
    }

    private void makeMasterKey() throws IOException {
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(masterKey(), onlyOurs);
        Files.writeString(masterKey(), Base64.getEncoder().encodeToString(new byte[32]));
    }

    private void start(String main, String name, int... ports) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main,
                folder.resolve(name).toString()));
        for (int port : ports) {
            command.add(Integer.toString(port));
        }
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve(name + ".log").toFile())
                .start();
        processes.add(process);
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("READY")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException(name + " did not start, see " + folder.resolve(name + ".log"));
        }
        Thread.ofVirtual().start(() -> drain(lines));
    }

    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // what a server says while it runs is of no interest here
            }
        } catch (IOException _) {
            // it has ended
        }
    }

    static int freePort(int from) {
        for (int port = from; port < from + 1_000; port++) {
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken
            }
        }
        throw new IllegalStateException("No free port from " + from);
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
