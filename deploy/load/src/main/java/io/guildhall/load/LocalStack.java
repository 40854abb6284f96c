package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.bench.House;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.Parts;
import io.guildhall.local.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A stack of its own, started by the command that users start it with; its parts can be killed. */
final class LocalStack implements AutoCloseable {

    /** Signs the webhooks of the payment sandbox. */
    static final String SANDBOX_SECRET = "known to the tests and the sandbox alone";

    private static final int PORTS = 13;

    /** Behind those of the stack, for what is put beside it: a port of a part that was just killed is free as well. */
    private static final int SPARE_PORTS = 20;

    private final Typed typed = new Typed(Path.of(System.getProperty("guildhall.root")));
    private final Path data;
    private final int port;
    private final House house;
    private final AtomicInteger spare = new AtomicInteger();
    private final Map<String, String> environment = new HashMap<>(Map.of("GUILDHALL_SANDBOX_SECRET", SANDBOX_SECRET));

    private LocalStack(Path data, int port) {
        this.data = data;
        this.port = port;
        this.house = new House(data, port);
    }

    /** Starts every part in a new data folder, with the demo, and returns when all are ready. */
    static LocalStack up() {
        return with("up");
    }

    /** @param more what its parts find in their environment, made once its ports are known */
    static LocalStack up(Function<LocalStack, Map<String, String>> more) {
        return with(more, "up");
    }

    /** The same by a command that starts a stack itself. */
    static LocalStack with(String command, String... arguments) {
        return with(_ -> Map.of(), command, arguments);
    }

    /** @param folder in which its data folder is made */
    static LocalStack in(Path folder) {
        return with(folder, _ -> Map.of(), "up");
    }

    private static LocalStack with(
            Function<LocalStack, Map<String, String>> more, String command, String... arguments) {
        return with(Path.of(System.getProperty("java.io.tmpdir")), more, command, arguments);
    }

    private static LocalStack with(
            Path folder, Function<LocalStack, Map<String, String>> more, String command, String... arguments) {
        try {
            var stack = new LocalStack(
                    Files.createTempDirectory(folder, "guildhall-stack"), FreePorts.inARow(PORTS + SPARE_PORTS));
            stack.environment.putAll(more.apply(stack));
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

    /** A port at which nobody listens, for somebody beside the stack. */
    int sparePort() {
        for (int tries = 0; tries < SPARE_PORTS; tries++) {
            int next = port + PORTS + spare.getAndIncrement() % SPARE_PORTS;
            if (FreePorts.isFree(next)) {
                return next;
            }
        }
        throw new IllegalStateException("No spare port behind " + port);
    }

    /** Where a part listens, once it has started. */
    int port(String part) {
        return new Ports(port).of(part);
    }

    String mongodb() {
        return "mongodb://127.0.0.1:" + port(Parts.STORE);
    }

    String kafka() {
        return "127.0.0.1:" + port(Parts.BROKER);
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
        return typed.root();
    }

    Path data() {
        return data;
    }

    /** Runs a command of the {@code guildhall} script and answers what it printed. */
    String run(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command, "--data", data.toString()));
        words.addAll(List.of(arguments));
        return typed.run(environment, words);
    }

    /** Runs a command as somebody does who has nothing of this stack but its address and a token. */
    String runFromElsewhere(String token, String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        return typed.run(Map.of("GUILDHALL_SERVER", house.origin(), "GUILDHALL_TOKEN", token), words);
    }

    /** The words that stand for {@code ./guildhall} on this stack. */
    List<String> commandLine() {
        return typed.words();
    }

    /** Ends a part as a power cut would: {@code kill -9}. */
    void kill(String part) {
        ProcessHandle.of(pid(part)).orElseThrow().destroyForcibly();
    }

    /** Lets a part stand still, as one does whose machine is out of reach; its connections stay open. */
    void pause(String part) {
        signal("STOP", pid(part));
    }

    /** Lets a part go on that stands still. */
    void resume(String part) {
        signal("CONT", pid(part));
    }

    /** Ends a part in order, as orchestrators do, and returns when it has ended; nobody starts it before {@link #restart}. */
    void end(String part) {
        long pid = pid(part);
        signal("STOP", house.supervisor());
        signal("TERM", pid);
        await().atMost(Duration.ofMinutes(1)).until(() -> isGone(pid));
    }

    /** Lets what has ended be started again. */
    void restart() {
        signal("CONT", house.supervisor());
    }

    /** One that nobody has asked how it ended is still listed, without a program. */
    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isEmpty();
    }

    private static void signal(String name, long pid) {
        try {
            int ended = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            assertThat(ended).as(name + " " + pid).isZero();
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

    /** Whether a part that was killed {@code restarts} times is ready again. */
    boolean ready(String part, int restarts) {
        return house.restarts(part) >= restarts && house.ready(part);
    }

    /** Waits until a part that was killed {@code restarts} times is ready again. */
    void awaitReady(String part, int restarts) {
        await().atMost(Duration.ofMinutes(5)).until(() -> ready(part, restarts));
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
