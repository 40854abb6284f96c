package io.guildhall.analytics.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.util.FileSystemUtils;

/**
 * A running {@link SandboxMain} for one query, with a folder of its own that goes with it and nothing of our
 * environment. It belongs to who starts it until somebody takes it; whose it is, closes it.
 */
final class SandboxProcess implements AutoCloseable {

    private static final long PAGE = 4_096;

    private final Path folder;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final CompletableFuture<Void> ready;
    private final CompletableFuture<Void> taken = new CompletableFuture<>();
    private volatile boolean begun;

    /** @param engine a folder of {@link SandboxEngine} */
    SandboxProcess(Path engine) throws IOException {
        folder = Files.createTempDirectory(engine, "process");
        try {
            var builder = new ProcessBuilder(SandboxEngine.command(engine))
                    .directory(folder.toFile())
                    .redirectError(errors().toFile());
            builder.environment().clear();
            process = builder.start();
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        ready = CompletableFuture.runAsync(() -> await(SandboxMain.WAITING), this::inThread);
    }

    private void inThread(Runnable task) {
        Thread.ofVirtual().name("sql-" + process.pid()).start(task);
    }

    private void await(int word) {
        try {
            int said = in.readByte();
            if (said != word) {
                throw new IOException("it says " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A process for queries does not say %c. %s".formatted(word, lastWords()), e);
        }
    }

    /** Done when the engine is open and waits; fails when it does not start. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Done when it has been taken or has died. */
    CompletableFuture<?> gone() {
        return CompletableFuture.anyOf(taken, process.onExit());
    }

    /** Makes it the caller's own; false when it is another's already. */
    boolean take() {
        return taken.complete(null);
    }

    boolean isTaken() {
        return taken.isDone();
    }

    boolean isAlive() {
        return process.isAlive();
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

    /** Where the process writes what went wrong with itself. */
    private Path errors() {
        return folder.resolve("errors");
    }

    /** Why it died, in its own words; empty when it had none. */
    String lastWords() {
        try {
            return Files.readString(errors()).strip();
        } catch (IOException _) {
            return "";
        }
    }

    /**
     * Asks what it waits for, once. Fails with a {@link QueryFailed} that tells what the engine said, with
     * {@link QueryTooLarge}, or with {@link UncheckedIOException} when it died before the query was begun.
     *
     * @param statements run before the query
     * @param most how many rows are told
     */
    CompletableFuture<QueryResult> ask(List<String> statements, String query, int most) {
        return CompletableFuture.supplyAsync(
                () -> {
                    prepare(statements, query, most);
                    begun = true;
                    try {
                        return SandboxAnswer.read(in, most);
                    } catch (IOException _) { // who dies of himself over a query has run out of memory
                        throw new QueryTooLarge();
                    }
                },
                this::inThread);
    }

    /** Whether the engine has come to the query itself. */
    boolean hasBegun() {
        return begun;
    }

    private void prepare(List<String> statements, String query, int most) {
        try {
            out.writeInt(statements.size());
            for (String statement : statements) {
                SandboxMain.write(out, statement);
            }
            SandboxMain.write(out, query);
            out.writeInt(most + 1);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("A process for queries does not read", e);
        }
        await(SandboxMain.READY);
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
}
