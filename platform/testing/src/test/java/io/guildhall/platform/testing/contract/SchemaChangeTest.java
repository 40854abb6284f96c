package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemaChangeTest {

    private static final String BEFORE = """
        {"$id": "a/1", "x-revision": 1, "type": "object",
         "properties": {"id": {"type": "string"}, "inner": {"type": "object",
           "properties": {"count": {"type": "integer"}}, "required": ["count"]}},
         "required": ["id"]}
        """;

    @Test
    void allowsANewOptionalFieldAtAnyDepth() {
        assertThat(changes(BEFORE.replace("\"id\": {", "\"note\": {\"type\": \"string\"}, \"id\": {")
                        .replace("\"count\": {", "\"unit\": {\"type\": \"string\"}, \"count\": {")
                        .replace("a/1", "a/2")
                        .replace("\"x-revision\": 1", "\"x-revision\": 2")))
                .isEmpty();
    }

    @Test
    void refusesANewFieldWithinARevision() {
        JsonNode after = json(BEFORE.replace("\"id\": {", "\"note\": {\"type\": \"string\"}, \"id\": {"));

        assertThat(SchemaChange.notAllowed(json(BEFORE), after, true))
                .containsExactly("/properties/note is new in the same revision");
    }

    @Test
    void refusesEveryOtherChange() {
        assertThat(changes(
                        BEFORE.replace("\"id\": {\"type\": \"string\"}, ", "").replace("[\"id\"]", "[]")))
                .containsExactly("/properties/id is gone", "/id is no longer required");
        assertThat(changes(BEFORE.replace("[\"id\"]", "[\"id\", \"inner\"]")))
                .containsExactly("/inner is newly required");
        assertThat(changes(BEFORE.replace("[\"count\"]", "[]")))
                .containsExactly("/properties/inner/count is no longer required");
        assertThat(changes(BEFORE.replace("\"integer\"", "\"number\"")))
                .containsExactly("/properties/inner/properties/count/type is another value");
        assertThat(changes(BEFORE.replace("\"type\": \"string\"", "\"type\": \"string\", \"format\": \"date\"")))
                .containsExactly("/properties/id/format is another value");
    }

    private static List<String> changes(String after) {
        return SchemaChange.notAllowed(json(BEFORE), json(after), false);
    }

    private static JsonNode json(String text) {
        return ContractFiles.JSON.readTree(text);
    }
}
