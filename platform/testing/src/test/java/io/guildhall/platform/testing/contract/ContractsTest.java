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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {

    private static final String HERE = ContractsTest.class.getPackageName();
    private static final OrderPlaced PLACED = new OrderPlaced(
            new OrderId("ord_1"),
            "mem_1",
            "Ada",
            List.of(new Item("prd_1", 2)),
            Speed.FAST,
            Instant.parse("2026-01-31T10:15:30Z"),
            null);
    private static final OrderPriced PRICED = new OrderPriced(new OrderId("ord_1"), 995);

    @TempDir
    private Path root = Path.of("");

    private Path placed = root;
    private Path golden = root;

    @BeforeEach
    void writeTheFiles() {
        Path module = root.resolve("sample-service");
        placed = module.resolve("src/main/resources/contracts/sample.order.placed.json");
        golden = module.resolve("src/test/resources/golden/sample.order.placed.1.json");
        failures(sample(true));
    }

    @Test
    void isContentWithWhatItWrote() {
        assertThat(failures(sample(false))).isEmpty();
        assertThat(failures(Contracts.of(HERE + ".sample", files("sample-service", false))))
                .isEmpty();
    }

    @Test
    void writesNoPersonalTextIntoAnExample() throws IOException {
        assertThat(Files.readString(placed)).contains("‹personal:1:mem_1::").doesNotContain("Ada");
    }

    @Test
    void describesTheEventInItsSchema() throws IOException {
        assertThat(Files.readString(placed.resolveSibling("sample.order.placed.schema.json")))
                .contains("\"date-time\"", "\"x-personal\" : \"buyerId\"", "\"x-visibility\" : \"public\"")
                .contains("\"FAST\"", "\"null\"")
                .containsPattern("\"orderId\" : \\{\\s*\"type\" : \"string\"")
                .containsPattern("\"required\" : \\[ \"buyer\"[^]]*\"speed\" \\]");
    }

    @Test
    void noticesAFieldThatTheRecordDoesNotWrite() throws IOException {
        replace(placed, "\"buyerId\"", "\"byuerId\"");

        assertThat(failures(sample(false))).containsOnlyKeys("publishes sample.order.placed");
    }

    @Test
    void noticesASchemaThatIsNotTheRecords() throws IOException {
        replace(placed.resolveSibling("sample.order.placed.schema.json"), "\"integer\"", "\"number\"");

        assertThat(failures(sample(false))).containsOnlyKeys("publishes sample.order.placed");
    }

    @Test
    void noticesAMissingExample() throws IOException {
        Files.delete(placed);

        assertThat(failures(sample(false))).containsOnlyKeys("publishes sample.order.placed");
    }

    @Test
    void noticesAStoredFormThatIsNoLongerReadWhole() throws IOException {
        replace(golden, "\"count\" : 2", "\"count\" : 2, \"color\" : \"red\"");

        assertThat(failures(sample(false))).containsOnlyKeys("reads the stored form sample.order.placed.1");
    }

    @Test
    void noticesAStoredNameThatNobodyBears() throws IOException {
        Files.copy(golden, golden.resolveSibling("sample.order.forgotten.1.json"));

        assertThat(failures(sample(false))).containsOnlyKeys("reads the stored form sample.order.forgotten.1");
    }

    @Test
    void noticesAFormThatIsNotKept() throws IOException {
        Files.delete(golden);

        assertThat(failures(sample(false))).containsOnlyKeys("keeps the form of sample.order.placed");
    }

    @Test
    void noticesAChangeWithinARevision() throws IOException {
        replace(golden.resolveSibling("sample.order.placed.1.schema.json"), "\"date-time\"", "\"date\"");

        assertThat(failures(sample(false))).containsOnlyKeys("keeps the form of sample.order.placed");
    }

    @Test
    void neverWritesAGoldenFileAnew() throws IOException {
        replace(golden, "prd_1", "prd_2");
        failures(sample(true));

        assertThat(Files.readString(golden)).contains("prd_2");
    }

    @Test
    void readsThePublishersExampleIntoTheListenersRecord() {
        assertThat(failures(Contracts.of(HERE + ".inbox", files("other-service", false))))
                .isEmpty();
    }

    @Test
    void noticesWhatIsMisheard() {
        assertThat(failures(Contracts.of(HERE + ".deaf", files("other-service", false))))
                .containsOnlyKeys("hears WrongField", "hears WrongType", "hears NotForOthers", "hears NotPublished");
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

    private static void replace(Path file, String what, String by) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(what);
        Files.writeString(file, before.replace(what, by));
    }
}
