package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.TreeMap;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's API as a test: {@code src/main/resources/contracts/openapi.json}, which the service shows, says what its
 * endpoints are. A test of the whole service runs it with
 *
 * <pre>{@code
 * @Test
 * void keepsItsApi(@Autowired ApiContract api) {
 *     api.check();
 * }
 * }</pre>
 *
 * <p>{@code mvn verify -Dguildhall.contracts=write} writes the document anew, never what a release promised.
 */
public final class ApiContract {

    private static final String HINT = "(-Dguildhall.contracts=write writes it anew)";

    private final OpenApiWebMvcResource endpoints;

    ApiContract(OpenApiWebMvcResource endpoints) {
        this.endpoints = endpoints;
    }

    /** What stands in the file is what the endpoints are, in any order, and those of each release are still there. */
    public void check() {
        ContractFiles files = ContractFiles.ofModule();
        JsonNode present = document();
        files.releases().forEach(release -> release.checkApi(present));
        if (files.writing()) {
            ContractFiles.write(files.api(), present);
        }
        JsonNode kept = ContractFiles.read(files.api())
                .orElseThrow(() -> new AssertionError("there is no " + files.api() + " " + HINT));
        assertThat(Lost.between(kept, present))
                .as("what %s says and the endpoints do not %s", files.api().getFileName(), HINT)
                .isEmpty();
        assertThat(Lost.between(present, kept))
                .as("what the endpoints are and %s does not say %s", files.api().getFileName(), HINT)
                .isEmpty();
    }

    /** The API as the endpoints have it, without an address: each installation has its own. */
    public JsonNode document() {
        ObjectNode document = (ObjectNode) ContractFiles.JSON.readTree(written());
        document.remove("servers");
        sort((ObjectNode) document.path("paths"));
        sort((ObjectNode) document.at("/components/schemas"));
        return document;
    }

    private byte[] written() {
        try {
            return endpoints.openapiJson(new MockHttpServletRequest(), "", Locale.ENGLISH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sort(ObjectNode named) {
        var inOrder = new TreeMap<String, JsonNode>();
        named.properties().forEach(each -> inOrder.put(each.getKey(), each.getValue()));
        named.removeAll();
        named.setAll(inOrder);
    }
}
