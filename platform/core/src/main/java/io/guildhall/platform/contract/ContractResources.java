package io.guildhall.platform.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the service's jar under {@code contracts/}; build tests keep it right. */
final class ContractResources {

    private static final JsonMapper JSON = new JsonMapper();

    Optional<Resource> openApi() {
        return find("contracts/openapi.json");
    }

    Optional<JsonNode> example(String event) {
        return read("contracts/" + event + ".json");
    }

    Optional<JsonNode> schema(String event) {
        return read("contracts/" + event + ".schema.json");
    }

    private static Optional<Resource> find(String path) {
        return Optional.<Resource>of(new ClassPathResource(path)).filter(Resource::exists);
    }

    private static Optional<JsonNode> read(String path) {
        return find(path).map(ContractResources::json);
    }

    private static JsonNode json(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
