package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.contract.sample.OrderEvent.Item;
import io.guildhall.platform.testing.contract.sample.OrderEvent.OrderId;
import io.guildhall.platform.testing.contract.sample.OrderEvent.OrderPlaced;
import io.guildhall.platform.testing.contract.sample.OrderEvent.OrderPriced;
import io.guildhall.platform.testing.contract.sample.OrderEvent.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;

/** The files of a service's contracts in a folder, and what the tests of its contracts and of a listener's say of them. */
final class SampleService {

    private static final String HERE = SampleService.class.getPackageName();
    private static final OrderPlaced PLACED = new OrderPlaced(
            new OrderId("ord_1"),
            "mem_1",
            "Ada",
            List.of(new Item("prd_1", 2)),
            Speed.FAST,
            Instant.parse("2026-01-31T10:15:30Z"),
            null);
    private static final OrderPriced PRICED = new OrderPriced(new OrderId("ord_1"), 995);

    private final Path root;
    private final Path module;

    SampleService(Path root) {
        this.root = root;
        this.module = root.resolve("sample-service");
    }

    Path example(String event) {
        return contracts().resolve(event + ".json");
    }

    Path golden(String event) {
        return module.resolve("src/test/resources/golden").resolve(event + ".1.json");
    }

    Path released(String version, String event) {
        return release(version).resolve(event + ".json");
    }

    private Path contracts() {
        return module.resolve("src/main/resources/contracts");
    }

    private Path release(String version) {
        return module.resolve("src/test/resources/releases").resolve(version);
    }

    static Path schema(Path example) {
        return Path.of(example.toString().replace(".json", ".schema.json"));
    }

    void writes() {
        failures(sample(true));
    }

    /** What stands in the contracts becomes a release. */
    void releases(String version) throws IOException {
        Path folder = Files.createDirectories(release(version));
        try (var contracts = Files.newDirectoryStream(contracts())) {
            for (Path file : contracts) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** By name of the test. */
    Map<String, String> failures() {
        return failures(sample(false));
    }

    Map<String, String> failuresWithoutExamples() {
        return failures(Contracts.of(HERE + ".sample", files("sample-service", false)));
    }

    Map<String, String> failuresOfListener(String name) {
        return failures(Contracts.of(HERE + "." + name, files("other-service", false)));
    }

    private Contracts sample(boolean writing) {
        return Contracts.of(HERE + ".sample", files("sample-service", writing)).with(PLACED, PRICED);
    }

    private ContractFiles files(String module, boolean writing) {
        return new ContractFiles(root, root.resolve(module), writing);
    }

    private static Map<String, String> failures(Contracts contracts) {
        Map<String, String> failed = new TreeMap<>();
        contracts.tests().forEach(test -> run(test, failed));
        return failed;
    }

    private static void run(DynamicTest test, Map<String, String> failed) {
        try {
            test.getExecutable().execute();
        } catch (Throwable failure) {
            failed.put(test.getDisplayName(), String.valueOf(failure.getMessage()));
        }
    }

    static void replace(Path file, String what, String by) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(what);
        Files.writeString(file, before.replace(what, by));
    }
}
