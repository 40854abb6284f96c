package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.event.EventType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a release of a service promised, kept as it was in {@code src/test/resources/releases/<version>}: installations
 * hold its events, and callers were written for its endpoints.
 */
record Release(Path folder) {

    private static final String SCHEMA = ".schema.json";

    String version() {
        return folder.getFileName().toString();
    }

    List<String> events() {
        return ContractFiles.namesIn(folder).stream()
                .filter(file -> file.endsWith(SCHEMA))
                .map(file -> file.substring(0, file.length() - SCHEMA.length()))
                .toList();
    }

    /** Empty where the release did not publish the event. */
    Optional<JsonNode> example(String event) {
        return ContractFiles.read(folder.resolve(event + ".json"));
    }

    /** The event is still published to whom it was, has only gained optional fields, and its example is read whole. */
    void checkEvent(String name, EventRegistry events, EventCodec codec, ContractFiles files) {
        EventType event = events.byName(name)
                .orElseThrow(() -> new AssertionError(
                        "%s is an event of release %s, and no record bears its name now".formatted(name, version())));
        JsonNode released = ContractFiles.read(folder.resolve(name + SCHEMA)).orElseThrow();
        JsonNode present = EventSchemas.of(event);
        assertThat(SchemaChange.notAllowed(released, present, false))
                .as("changes of %s since release %s that are no new optional field", name, version())
                .isEmpty();
        if (released.path(EventSchemas.VISIBILITY).asString().equals("public")) {
            assertThat(present.path(EventSchemas.VISIBILITY).asString())
                    .as("visibility of %s, on which others rely since release %s", name, version())
                    .isEqualTo("public");
        }
        int revision = released.path(EventSchemas.REVISION).asInt();
        assertThat(ContractFiles.read(files.goldenSchema(name, revision)))
                .as("the stored form of %s, revision %d, as release %s wrote it", name, revision, version())
                .contains(released);
        JsonNode example = example(name)
                .orElseThrow(
                        () -> new AssertionError("the example of %s in release %s is gone".formatted(name, version())));
        Object read = codec.read(example.toString(), event.type());
        assertThat(Lost.between(example, ContractFiles.JSON.readTree(codec.write(read))))
                .as(
                        "fields of release %s that %s does not read",
                        version(), event.type().getSimpleName())
                .isEmpty();
    }

    /** Whoever calls the endpoints as they were in the release is still understood, and understands. */
    void checkApi(JsonNode present) {
        ContractFiles.read(folder.resolve("openapi.json"))
                .ifPresent(released -> assertThat(ApiChange.notAllowed(released, present))
                        .as("changes since release %s that break its callers", version())
                        .isEmpty());
    }
}
