package io.guildhall.platform.testing.contract;

import static io.guildhall.platform.testing.contract.SampleService.replace;
import static io.guildhall.platform.testing.contract.SampleService.schema;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events of a release, held against what the service publishes now. */
class ReleasedEventsTest {

    private static final String KEEPS = "keeps sample.order.placed of release 0.1.0";

    @TempDir
    private Path root = Path.of("");

    private SampleService service = new SampleService(root);
    private Path released = root;
    private Path golden = root;

    @BeforeEach
    void release() throws IOException {
        service = new SampleService(root);
        service.writes();
        service.releases("0.1.0");
        released = service.released("0.1.0", "sample.order.placed");
        golden = service.golden("sample.order.placed");
    }

    @Test
    void areKept() {
        assertThat(service.failures()).isEmpty();
    }

    @Test
    void areMissedWhereOneIsNoMore() throws IOException {
        Files.copy(schema(released), released.resolveSibling("sample.order.forgotten.schema.json"));

        assertThat(service.failures()).containsOnlyKeys("keeps sample.order.forgotten of release 0.1.0");
    }

    @Test
    void areMissedWhereAFieldIsGone() throws IOException {
        replace(schema(released), "\"buyerId\" : {", "\"customerId\" : {");

        assertThat(service.failures())
                .hasEntrySatisfying(KEEPS, told -> assertThat(told).contains("/properties/customerId is gone"))
                .containsOnlyKeys(KEEPS);
    }

    @Test
    void mayNotLackWhatIsRequiredNow() throws IOException {
        replace(schema(released), "\"speed\" ]", "\"items\" ]");

        assertThat(service.failures())
                .hasEntrySatisfying(KEEPS, told -> assertThat(told).contains("/speed is newly required"))
                .containsOnlyKeys(KEEPS);
    }

    @Test
    void stayPublic() throws IOException {
        Path priced = schema(released.resolveSibling("sample.order.priced.json"));
        replace(priced, "\"internal\"", "\"public\"");
        replace(schema(golden.resolveSibling("sample.order.priced.1.json")), "\"internal\"", "\"public\"");

        assertThat(service.failures())
                .hasEntrySatisfying(
                        "keeps sample.order.priced of release 0.1.0",
                        told -> assertThat(told).contains("visibility of sample.order.priced"))
                .hasSize(1);
    }

    @Test
    void areReadWhole() throws IOException {
        replace(released, "\"count\" : 2", "\"count\" : 2, \"color\" : \"red\"");

        assertThat(service.failures())
                .hasEntrySatisfying(KEEPS, told -> assertThat(told).contains("/items/0/color"))
                .containsOnlyKeys(KEEPS);
    }

    @Test
    void areWhatTheGoldenFormsSay() throws IOException {
        replace(schema(golden), "\"title\" : \"sample.order.placed\"", "\"title\" : \"An order\"");

        assertThat(service.failures())
                .hasEntrySatisfying(KEEPS, told -> assertThat(told).contains("the stored form of sample.order.placed"))
                .containsOnlyKeys(KEEPS);
    }

    @Test
    void areNotWrittenAnew() throws IOException {
        replace(released, "prd_1", "prd_2");
        service.writes();

        assertThat(Files.readString(released)).contains("prd_2");
    }

    @Test
    void areStillReadByTheListener() throws IOException {
        assertThat(service.failuresOfListener("inbox")).isEmpty();
        replace(released, "\"orderId\" : \"ord_1\"", "\"orderId\" : 1");

        assertThat(service.failuresOfListener("inbox")).containsOnlyKeys("hears OrderPlaced");
    }
}
