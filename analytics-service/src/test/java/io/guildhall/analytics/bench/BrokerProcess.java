package io.guildhall.analytics.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The embedded broker as a process of its own on a new folder, as {@code ./guildhall up} starts it. */
public final class BrokerProcess implements AutoCloseable {

    private final Path folder;
    private final int port = freePort(22_000);
    private final Process process;

    public BrokerProcess() throws IOException {
        folder = Files.createTempDirectory("guildhall-bench-broker");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.guildhall.local.broker.EmbeddedBroker",
                        folder.resolve("broker").toString(),
                        Integer.toString(port),
                        Integer.toString(freePort(23_000)))
                .redirectError(folder.resolve("broker.log").toFile())
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("READY")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The broker did not start, see " + folder.resolve("broker.log"));
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static int freePort(int from) {
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
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        FileSystemUtils.deleteRecursively(folder);
    }
}
