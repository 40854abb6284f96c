package io.guildhall.analytics.sql;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.duckdb.DuckDBDriver;
import org.springframework.util.FileSystemUtils;

/** A running {@link SandboxMain}, with a folder of its own that goes with it and nothing of our environment. */
final class SandboxProcess implements AutoCloseable {

    private static final long PAGE = 4_096;
    /** Of one row. */
    static final int MOST_ROW_BYTES = 8 * 1024 * 1024;

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Path folder;
    private final Process process;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<QueryResult> result = new CompletableFuture<>();

    /** @param most how many rows are told */
    SandboxProcess(List<String> statements, String query, int most) throws IOException {
        folder = Files.createTempDirectory("guildhall-sql");
        try {
            var builder = new ProcessBuilder(command(folder))
                    .redirectError(
                            ProcessBuilder.Redirect.to(folder.resolve("errors").toFile()));
            builder.environment().clear();
            process = builder.start();
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
        Thread.ofVirtual().name("sql-" + process.pid()).start(() -> talk(statements, query, most));
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Fails with a {@link QueryFailed} that tells what the engine said, or with {@link IOException} when it died. */
    CompletableFuture<QueryResult> result() {
        return result;
    }

    /** Resident memory of the process; 0 where the system does not tell. */
    long memory() {
        try {
            String pages = Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"));
            return Long.parseLong(pages.split(" ", 3)[1]) * PAGE;
        } catch (IOException _) {
            return 0;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void talk(List<String> statements, String query, int most) {
        try (var out = new DataOutputStream(process.getOutputStream());
                var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            out.writeInt(statements.size());
            for (String statement : statements) {
                write(out, statement);
            }
            write(out, query);
            out.writeInt(most + 1);
            out.flush();
            if (in.readByte() != SandboxMain.READY) {
                throw new IOException("The sandbox did not start");
            }
            ready.complete(null);
            read(in, most);
        } catch (IOException | RuntimeException e) {
            ready.completeExceptionally(e);
            result.completeExceptionally(e);
        }
    }

    private void read(DataInputStream in, int most) throws IOException {
        List<QueryResult.Column> columns = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        long bytes = 0;
        while (true) {
            switch (in.readByte()) {
                case SandboxMain.COLUMNS -> {
                    int count = in.readInt();
                    for (int i = 0; i < count; i++) {
                        columns.add(new QueryResult.Column(text(in), text(in)));
                    }
                }
                case SandboxMain.ROW -> {
                    int length = in.readInt();
                    if (length > MOST_ROW_BYTES) {
                        throw new QueryTooLarge();
                    }
                    rows.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
                    bytes += rows.getLast().length();
                    if (bytes > MOST_BYTES) {
                        throw new QueryTooLarge();
                    }
                }
                case SandboxMain.END -> {
                    boolean truncated = rows.size() > most;
                    result.complete(
                            new QueryResult(columns, truncated ? List.copyOf(rows.subList(0, most)) : rows, truncated));
                    return;
                }
                default -> throw refusal(text(in));
            }
        }
    }

    /** What the engine says while it binds is about the query; what it says later may be about others' data. */
    private static RuntimeException refusal(String message) {
        if (message.startsWith("Out of Memory")) {
            return new QueryTooLarge();
        }
        boolean binding = message.startsWith("Binder") || message.startsWith("Catalog") || message.startsWith("Parser");
        int end = message.indexOf(binding ? '\n' : ':');
        return new QueryFailed(end < 0 ? message : message.substring(0, end));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder));
        String main = SandboxMain.class.getName();
        String ours = location(SandboxMain.class);
        if (ours.startsWith("jar:nested:")) { // started from the whole jar, not from its layers
            command.addAll(List.of(
                    "-Dloader.main=" + main,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            command.addAll(List.of("-cp", path(ours) + File.pathSeparator + path(location(DuckDBDriver.class)), main));
        }
        return command;
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private static Path path(String location) {
        return Path.of(java.net.URI.create(location));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
