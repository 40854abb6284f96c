package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Unreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** One more instance of a service, beside the one that the stack keeps, on the same store and broker. */
final class Instance implements AutoCloseable {

    private final Process process;
    private final GuildhallClient client;

    private Instance(Process process, int port) {
        this.process = process;
        this.client = new GuildhallClient(URI.create("http://127.0.0.1:" + port));
    }

    /** Starts it and waits until it is ready. */
    static Instance of(LocalStack stack, String service) {
        try {
            int port = FreePorts.inARow(1);
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-jar",
                            jar(stack.root().resolve(service).resolve("target")).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(stack.data()
                            .resolve("logs/second-" + service + ".log")
                            .toFile());
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().put("SPRING_PROFILES_ACTIVE", "local");
            builder.environment().put("GUILDHALL_ISSUER", stack.origin() + "/id");
            builder.environment()
                    .put(
                            "GUILDHALL_MASTER_KEY_FILE",
                            stack.data().resolve("master.key").toString());
            builder.environment().put("MONGODB_URI", stack.mongodb());
            builder.environment().put("KAFKA_BOOTSTRAP", stack.kafka());
            builder.environment().put("GUILDHALL_SANDBOX_SECRET", LocalStack.SANDBOX_SECRET);
            builder.environment().put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
            var instance = new Instance(builder.start(), port);
            await().atMost(Duration.ofSeconds(90)).until(instance::ready);
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GuildhallClient client() {
        return client;
    }

    /** What it measures of itself. */
    String measures() {
        return LocalStack.measures(client);
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    private boolean ready() {
        try {
            return client.get("/readyz").status() == 200;
        } catch (Unreachable early) {
            return false;
        }
    }

    private static Path jar(Path target) throws IOException {
        try (Stream<Path> built = Files.list(target)) {
            return built.filter(file -> file.getFileName().toString().matches("guildhall-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
