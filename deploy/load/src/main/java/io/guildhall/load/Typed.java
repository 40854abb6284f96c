package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Commands of the {@code guildhall} script, as somebody types them.
 *
 * @param root the repository's
 */
record Typed(Path root) {

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(5);

    /** What would have a stack use servers that are not its own. */
    private static final List<String> OTHER_SERVERS = List.of("MONGODB_URI", "KAFKA_BOOTSTRAP");

    /** Answers what it printed; it must have ended well. */
    String run(Map<String, String> environment, List<String> words) {
        List<String> line = new ArrayList<>(words());
        line.addAll(words);
        try {
            Path out = Files.createTempFile("guildhall", ".out");
            var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
            OTHER_SERVERS.forEach(builder.environment()::remove);
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

    /** The words that stand for {@code ./guildhall}. */
    List<String> words() {
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
}
