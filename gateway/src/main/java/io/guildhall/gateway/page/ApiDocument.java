package io.guildhall.gateway.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI documents of the services as one, as a client of the gateway sees them: paths that are routed, our origin,
 * tokens. Names of operations and components get their service's name, since two services may use the same; what is for
 * operators comes last.
 */
final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final String OPERATIONS = "Operations: ";

    private final JsonMapper json;
    private final ObjectNode whole;
    private final Map<String, JsonNode> tags = new LinkedHashMap<>();

    ApiDocument(JsonMapper json, String origin, String title, String description) {
        this.json = json;
        whole = json.createObjectNode().put("openapi", "3.1.0");
        whole.putObject("info").put("title", title).put("version", "1").put("description", description);
        whole.putArray("servers").addObject().put("url", origin);
        whole.putArray("security").addObject().putArray("token");
        whole.putObject("paths");
        whole.putObject("components")
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
    }

    void add(String service, JsonNode document) {
        document.findParents("$ref").forEach(reference -> rename(service, (ObjectNode) reference));
        document.path("tags")
                .valueStream()
                .forEach(tag -> tags.put(tag.path("name").asString(), tag));
        document.path("paths").properties().forEach(path -> addPath(service, path.getKey(), path.getValue()));
        document.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> addComponents(service, kind));
    }

    String text() {
        ArrayNode inOrder = whole.putArray("tags");
        tags.values().stream()
                .sorted(Comparator.comparing(ApiDocument::isForOperators))
                .forEach(inOrder::add);
        return whole.toString();
    }

    private void addPath(String service, String path, JsonNode operations) {
        String reached = path.startsWith("/ops/") ? "/api/ops/" + service + path.substring("/ops".length()) : path;
        if (!reached.startsWith("/api/")) {
            return;
        }
        operations.properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey().toLowerCase(Locale.ROOT)))
                .forEach(operation -> rename(service, path, (ObjectNode) operation.getValue()));
        ((ObjectNode) whole.path("paths")).set(reached, operations);
    }

    private void rename(String service, String path, ObjectNode operation) {
        operation.remove("security");
        if (path.startsWith("/ops/")) {
            operation.putArray("tags").add(OPERATIONS + service);
        }
        operation
                .path("tags")
                .valueStream()
                .map(JsonNode::asString)
                .forEach(tag -> tags.computeIfAbsent(
                        tag, name -> json.createObjectNode().put("name", name)));
        operation.put(
                "operationId", service + "." + operation.path("operationId").asString());
    }

    private static boolean isForOperators(JsonNode tag) {
        return tag.path("name").asString().startsWith(OPERATIONS);
    }

    private static void rename(String service, ObjectNode reference) {
        String target = reference.path("$ref").asString();
        reference.put("$ref", target.replaceFirst("^(#/components/\\w+/)", "$1" + service + "."));
    }

    private void addComponents(String service, Map.Entry<String, JsonNode> kind) {
        ObjectNode all = ((ObjectNode) whole.path("components")).withObjectProperty(kind.getKey());
        List.copyOf(kind.getValue().properties())
                .forEach(component -> all.set(service + "." + component.getKey(), component.getValue()));
    }
}
