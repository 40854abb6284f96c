package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.bench.House;
import io.guildhall.local.client.GuildhallClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A stack of its own, started by the command that users start it with; its parts can be killed. */
final class LocalStack implements AutoCloseable {

    /** Signs the webhooks of the payment sandbox. */
    static final String SANDBOX_SECRET = "known to the tests and the sandbox alone";

    private static final int PORTS = 13;
    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(5);

    private final Path root = Path.of(System.getProperty("guildhall.root"));
    private final Path data;
    private final int port;
    private final House house;

    private LocalStack(Path data, int port) {
        this.data = data;
        this.port = port;
        this.house = new House(data, port);
    }

    /** Starts every part in a new data folder, with the demo, and returns when all are ready. */
    static LocalStack up() {
        return with("up");
    }

    /** The same by a command that starts a stack itself. */
    static LocalStack with(String command, String... arguments) {
        try {
            var stack = new LocalStack(Files.createTempDirectory("guildhall-stack"), FreePorts.inARow(PORTS));
            List<String> all = new ArrayList<>(List.of(arguments));
            all.addAll(List.of("--port", Integer.toString(stack.port)));
            stack.run(command, all.toArray(String[]::new));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI origin() {
        return URI.create(house.origin());
    }

    /** What a part measures of itself; not to be had through the gateway. */
    String measures(String part) {
        return measures(new GuildhallClient(URI.create(house.address(part))));
    }

    static String measures(GuildhallClient part) {
        return part.get("/actuator/prometheus", "Accept", "text/plain")
                .expect(200)
                .body();
    }

    String mongodb() {
        return "mongodb://127.0.0.1:" + (port + 10);
    }

    String kafka() {
        return "127.0.0.1:" + (port + 11);
    }

    GuildhallClient anyone() {
        return new GuildhallClient(origin());
    }

    GuildhallClient operator() {
        return house.operator();
    }

    GuildhallClient owner() {
        return house.owner();
    }

    /** An id that the making of the demo kept, by the name of its step. */
    String made(String step) {
        return house.made(step);
    }

    Path root() {
        return root;
    }

    Path data() {
        return data;
    }

    /** Runs a command of the {@code guildhall} script and answers what it printed. */
    String run(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command, "--data", data.toString()));
        words.addAll(List.of(arguments));
        return run(Map.of("GUILDHALL_SANDBOX_SECRET", SANDBOX_SECRET), words);
    }

    /** Runs a command as somebody does who has nothing of this stack but its address and a token. */
    String runFromElsewhere(String token, String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        return run(Map.of("GUILDHALL_SERVER", house.origin(), "GUILDHALL_TOKEN", token), words);
    }

    private String run(Map<String, String> environment, List<String> words) {
        List<String> line = new ArrayList<>(commandLine());
        line.addAll(words);
        try {
            Path out = Files.createTempFile("guildhall", ".out");
            var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String printed = Files.readString(out);
            Files.delete(out);
            assertThat(ended).as(printed).isTrue();
            assertThat(process.exitValue()).as(words + ": " + printed).isZero();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The words that stand for {@code ./guildhall} on this stack. */
    List<String> commandLine() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dguildhall.root=" + root,
                "-jar",
                jar().toString());
    }

    private Path jar() {
        try (Stream<Path> built = Files.list(root.resolve("deploy/local/target"))) {
            return built.filter(file -> file.getFileName().toString().matches("guildhall-local-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a part as a power cut would: {@code kill -9}. */
    void kill(String part) {
        ProcessHandle.of(pid(part)).orElseThrow().destroyForcibly();
    }

    /** Lets a part stand still, as one does whose machine is out of reach; its connections stay open. */
    void pause(String part) {
        signal("STOP", part);
    }

    /** Lets a part go on that stands still. */
    void resume(String part) {
        signal("CONT", part);
    }

    private void signal(String name, String part) {
        try {
            int ended = new ProcessBuilder("kill", "-" + name, Long.toString(pid(part)))
                    .start()
                    .waitFor();
            assertThat(ended).as(name + " " + part).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid(String part) {
        return house.pid(part);
    }

    int restarts(String part) {
        return house.restarts(part);
    }

    /** Waits until a part that was killed {@code restarts} times is ready again. */
    void awaitReady(String part, int restarts) {
        await().atMost(Duration.ofMinutes(5)).until(() -> house.restarts(part) >= restarts && house.ready(part));
    }

    /** Waits until every event is published and everything that follows events has seen it. */
    void awaitQuiet() {
        await().atMost(Duration.ofMinutes(5)).until(house::quiet);
    }

    /** Waits until the lake holds every event that is published. */
    void awaitLake() {
        await().atMost(Duration.ofMinutes(1)).until(this::lakeCaughtUp);
    }

    private boolean lakeCaughtUp() {
        var reply = operator().get("/api/analytics/lake");
        return reply.status() == 200 && reply.json().path("lag").asLong(1) == 0;
    }

    @Override
    public void close() {
        run("down");
    }
}
