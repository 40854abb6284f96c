package io.guildhall.platform.testing.contract;

import static io.guildhall.platform.testing.contract.SampleService.replace;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {

    @TempDir
    private Path root = Path.of("");

    private Path placed = root;
    private Path golden = root;
    private SampleService service = new SampleService(root);

    @BeforeEach
    void writeTheFiles() {
        service = new SampleService(root);
        placed = service.example("sample.order.placed");
        golden = service.golden("sample.order.placed");
        service.writes();
    }

    @Test
    void isContentWithWhatItWrote() {
        assertThat(service.failures()).isEmpty();
        assertThat(service.failuresWithoutExamples()).isEmpty();
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

        assertThat(service.failures()).containsOnlyKeys("publishes sample.order.placed");
    }

    @Test
    void noticesASchemaThatIsNotTheRecords() throws IOException {
        replace(placed.resolveSibling("sample.order.placed.schema.json"), "\"integer\"", "\"number\"");

        assertThat(service.failures()).containsOnlyKeys("publishes sample.order.placed");
    }

    @Test
    void noticesAMissingExample() throws IOException {
        Files.delete(placed);

        assertThat(service.failures()).containsOnlyKeys("publishes sample.order.placed");
    }

    @Test
    void noticesAStoredFormThatIsNoLongerReadWhole() throws IOException {
        replace(golden, "\"count\" : 2", "\"count\" : 2, \"color\" : \"red\"");

        assertThat(service.failures()).containsOnlyKeys("reads the stored form sample.order.placed.1");
    }

    @Test
    void noticesAStoredNameThatNobodyBears() throws IOException {
        Files.copy(golden, golden.resolveSibling("sample.order.forgotten.1.json"));

        assertThat(service.failures()).containsOnlyKeys("reads the stored form sample.order.forgotten.1");
    }

    @Test
    void noticesAFormThatIsNotKept() throws IOException {
        Files.delete(golden);

        assertThat(service.failures()).containsOnlyKeys("keeps the form of sample.order.placed");
    }

    @Test
    void noticesAChangeWithinARevision() throws IOException {
        replace(golden.resolveSibling("sample.order.placed.1.schema.json"), "\"date-time\"", "\"date\"");

        assertThat(service.failures()).containsOnlyKeys("keeps the form of sample.order.placed");
    }

    @Test
    void neverWritesAGoldenFileAnew() throws IOException {
        replace(golden, "prd_1", "prd_2");
        service.writes();

        assertThat(Files.readString(golden)).contains("prd_2");
    }

    @Test
    void readsThePublishersExampleIntoTheListenersRecord() {
        assertThat(service.failuresOfListener("inbox")).isEmpty();
    }

    @Test
    void noticesWhatIsMisheard() {
        assertThat(service.failuresOfListener("deaf"))
                .containsOnlyKeys("hears WrongField", "hears WrongType", "hears NotForOthers", "hears NotPublished");
    }
}
