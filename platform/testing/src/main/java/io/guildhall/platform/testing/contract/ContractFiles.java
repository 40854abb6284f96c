package io.guildhall.platform.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where the files of a service's contracts stand, and of those that it hears. */
final class ContractFiles {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path root;
    private final Path module;
    private final boolean writing;

    ContractFiles(Path root, Path module, boolean writing) {
        this.root = root;
        this.module = module;
        this.writing = writing;
    }

    /** The module whose tests run, inside the repository {@code guildhall.root}. */
    static ContractFiles ofModule() {
        Path module = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
        Path root = Path.of(
                System.getProperty("guildhall.root", module.resolve("..").toString()));
        return new ContractFiles(root, module, "write".equals(System.getProperty("guildhall.contracts")));
    }

    boolean writing() {
        return writing;
    }

    Path example(String event) {
        return contracts(module).resolve(event + ".json");
    }

    Path schema(String event) {
        return contracts(module).resolve(event + ".schema.json");
    }

    Path api() {
        return contracts(module).resolve("openapi.json");
    }

    Path golden(String event, int revision) {
        return goldenFolder().resolve(event + "." + revision + ".json");
    }

    Path goldenSchema(String event, int revision) {
        return goldenFolder().resolve(event + "." + revision + ".schema.json");
    }

    /** The example of another service's event; the service is the first word of the event's name. */
    Path exampleOfOther(String event) {
        return contracts(publisher(event)).resolve(event + ".json");
    }

    Path schemaOfOther(String event) {
        return contracts(publisher(event)).resolve(event + ".schema.json");
    }

    /** {@code <event-name>.<revision>} of every stored form that is kept. */
    List<String> goldenForms() {
        return namesIn(goldenFolder()).stream()
                .filter(name -> name.matches(".+\\.\\d+\\.json"))
                .map(name -> name.substring(0, name.length() - ".json".length()))
                .toList();
    }

    List<Release> releases() {
        return releases(module);
    }

    /** The releases of the service that publishes an event. */
    List<Release> releasesOfOther(String event) {
        return releases(publisher(event));
    }

    private static List<Release> releases(Path folder) {
        Path releases = folder.resolve("src/test/resources/releases");
        return namesIn(releases).stream()
                .map(version -> new Release(releases.resolve(version)))
                .toList();
    }

    /** What lies in a folder, in order; nothing where there is none. */
    static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<JsonNode> read(Path file) {
        return Files.isRegularFile(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
    }

    static void write(Path file, JsonNode content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(content) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path publisher(String event) {
        return root.resolve(event.substring(0, event.indexOf('.')) + "-service");
    }

    private Path goldenFolder() {
        return module.resolve("src/test/resources/golden");
    }

    private static Path contracts(Path folder) {
        return folder.resolve("src/main/resources/contracts");
    }
}
