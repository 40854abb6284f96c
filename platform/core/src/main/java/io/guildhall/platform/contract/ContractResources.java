package io.guildhall.platform.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples and schemas that stand in the service's jar under {@code contracts/}; a build test keeps them right. */
final class ContractResources {

    private static final JsonMapper JSON = new JsonMapper();

    Optional<JsonNode> example(String event) {
        return read("contracts/" + event + ".json");
    }

    Optional<JsonNode> schema(String event) {
        return read("contracts/" + event + ".schema.json");
    }

    private static Optional<JsonNode> read(String path) {
        ClassPathResource resource = new ClassPathResource(path);
        if (!resource.exists()) {
            return Optional.empty();
        }
        try (InputStream content = resource.getInputStream()) {
            return Optional.of(JSON.readTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
