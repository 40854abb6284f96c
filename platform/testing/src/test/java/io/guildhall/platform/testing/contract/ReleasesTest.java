package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What was released stays in the repository, and an API is held against it. */
class ReleasesTest {

    private static final JsonNode RELEASED = ContractFiles.JSON.readTree("{\"paths\": {\"/orders\": {\"get\": {}}}}");
    private static final JsonNode OTHER = ContractFiles.JSON.readTree("{\"paths\": {\"/bills\": {\"get\": {}}}}");

    @ParameterizedTest
    @CsvSource({"analytics, 5", "billing, 28", "community, 14", "course, 12", "member, 20"})
    void areKeptWithEveryEventAndTheApi(String service, int events) {
        ContractFiles files = ContractFiles.ofModule();
        List<Release> releases = files.releasesOfOther(service + ".any.event");

        assertThat(releases).extracting(Release::version).startsWith("0.1.0");
        Release first = releases.getFirst();
        assertThat(first.events())
                .hasSize(events)
                .allSatisfy(event -> assertThat(first.example(event)).as(event).isPresent());
        assertThat(first.folder().resolve("openapi.json")).exists();
    }

    @Test
    void noticeAnApiThatBreaksCallers(@TempDir Path folder) {
        ContractFiles.write(folder.resolve("openapi.json"), RELEASED);
        Release release = new Release(folder);

        assertThatCode(() -> release.checkApi(RELEASED)).doesNotThrowAnyException();
        assertThatThrownBy(() -> release.checkApi(OTHER))
                .hasMessageContaining("GET /orders is gone")
                .hasMessageContaining("that break its callers");
    }

    @Test
    void hadNoApiInAModuleWithout(@TempDir Path folder) {
        assertThatCode(() -> new Release(folder).checkApi(OTHER)).doesNotThrowAnyException();
    }
}
