package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process of {@code deploy/load} that kills and counts. It tells by lines of JSON how far it is, and its report in the
 * end; whatever else it says goes to a file.
 *
 * @param root the repository's
 */
record ChaosRun(Path root) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** It ends its stack in order when it is told to end. */
    private static final int LONGEST_END_MINUTES = 2;

    /** Answers the report. */
    JsonNode of(int kills, long seed, Consumer<JsonNode> told) throws InterruptedException {
        try {
            Path log = Files.createTempFile("guildhall-chaos-", ".log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "-Xmx1g",
                            "-Dguildhall.root=" + root.toAbsolutePath().normalize(),
                            "-jar",
                            jar().toString(),
                            Integer.toString(kills),
                            Long.toString(seed))
                    .redirectError(log.toFile())
                    .start();
            Thread abort = new Thread(() -> end(process), "abort");
            Runtime.getRuntime().addShutdownHook(abort);
            JsonNode report = read(process, told);
            process.waitFor();
            Runtime.getRuntime().removeShutdownHook(abort);
            if (report.isMissingNode()) {
                throw new StackFailure(ExitCode.FAILED, "The run broke off; see " + log + ".");
            }
            Files.delete(log);
            return report;
        } catch (IOException e) {
            throw new StackFailure(ExitCode.FAILED, "The run broke off: " + e.getMessage());
        }
    }

    private static JsonNode read(Process process, Consumer<JsonNode> told) throws IOException {
        JsonNode report = JSON.missingNode();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode said = JSON.readTree(line);
                if (said.has("far")) {
                    told.accept(said.path("far"));
                } else {
                    report = said.path("report");
                }
            }
        }
        return report;
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(LONGEST_END_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path jar() throws IOException {
        Path target = root.resolve("deploy/load/target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars = files.filter(
                                file -> file.getFileName().toString().matches("guildhall-load-.*\\.jar"))
                        .toList();
                if (jars.size() == 1) {
                    return jars.getFirst();
                }
            }
        }
        throw new StackFailure(
                ExitCode.BUILD_FAILED, "The jar of deploy/load is not built; ./guildhall chaos builds it.");
    }
}
