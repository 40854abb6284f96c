package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Unreachable;
import io.guildhall.local.stack.Image;
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
import java.util.stream.Stream;

/** One more instance of a service, beside the one that the stack keeps, on the same store and broker. */
final class Instance implements Victim, AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final LocalStack stack;
    private final String service;
    private final Image image;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private final GuildhallClient client;
    private volatile Process process;

    private Instance(LocalStack stack, String service, Path jar, Map<String, String> otherwise) {
        this.stack = stack;
        this.service = service;
        this.image = Image.of(jar);
        this.port = stack.sparePort();
        this.client = new GuildhallClient(URI.create("http://127.0.0.1:" + port));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("GUILDHALL_ISSUER", stack.origin() + "/id");
        environment.put(
                "GUILDHALL_MASTER_KEY_FILE", stack.data().resolve("master.key").toString());
        environment.put("GUILDHALL_LAKE", stack.data().resolve("lake").toString());
        environment.put("MONGODB_URI", stack.mongodb());
        environment.put("KAFKA_BOOTSTRAP", stack.kafka());
        environment.put("GUILDHALL_SANDBOX_SECRET", LocalStack.SANDBOX_SECRET);
        environment.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        environment.putAll(otherwise);
        this.process = start();
    }

    /** Starts it and waits until it is ready. */
    static Instance of(LocalStack stack, String service) {
        return of(stack, service, Map.of());
    }

    /** @param otherwise settings in its environment that are not those of the stack's own instance */
    static Instance of(LocalStack stack, String service, Map<String, String> otherwise) {
        return awaited(new Instance(stack, service, builtIn(stack.root(), service), otherwise));
    }

    /** @param jar that was built elsewhere */
    static Instance of(LocalStack stack, String service, Path jar) {
        return awaited(new Instance(stack, service, jar, Map.of()));
    }

    private static Instance awaited(Instance instance) {
        try {
            await().atMost(LONGEST_START)
                    .failFast(() -> !instance.process.isAlive())
                    .until(instance::ready);
            return instance;
        } catch (RuntimeException late) {
            instance.close();
            throw late;
        }
    }

    /** Starts it and returns at once. */
    static Instance begin(LocalStack stack, String service) {
        return new Instance(stack, service, builtIn(stack.root(), service), Map.of());
    }

    private Process start() {
        try {
            List<String> command = new ArrayList<>(image.run());
            command.add(1, "-XX:TieredStopAtLevel=1"); // it dies before the second compiler has paid off
            var builder = new ProcessBuilder(command)
                    .directory(image.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(stack.data()
                            .resolve("logs/second-" + service + ".log")
                            .toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GuildhallClient client() {
        return client;
    }

    int port() {
        return port;
    }

    /** What it measures of itself. */
    String measures() {
        return LocalStack.measures(client);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public String name() {
        return "second " + service;
    }

    /** Returns when it has ended. */
    @Override
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again where it was. */
    synchronized void reviveIfEnded() {
        if (!process.isAlive()) {
            process = start();
        }
    }

    @Override
    public boolean ready() {
        try {
            return process.isAlive() && client.get("/readyz").status() == 200;
        } catch (Unreachable early) {
            return false;
        }
    }

    /** The jar of a service, as it was built in this copy of the repository. */
    static Path builtIn(Path root, String service) {
        try (Stream<Path> built = Files.list(root.resolve(service).resolve("target"))) {
            return built.filter(file -> file.getFileName().toString().matches("guildhall-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in order, and returns when it has ended. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
