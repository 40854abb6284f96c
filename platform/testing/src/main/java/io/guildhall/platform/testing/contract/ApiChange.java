package io.guildhall.platform.testing.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Compares an API with the one of a release: whoever calls the released one can call the later one and understands what it
 * answers. Texts may change, and a problem may no longer be answered.
 */
final class ApiChange {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final String REQUIRED = "required";
    private static final String SCHEMA = "schema";

    private final ShapeChange sent;
    private final ShapeChange answered;
    private final Set<String> changes = new LinkedHashSet<>();

    private ApiChange(JsonNode before, JsonNode after) {
        this.sent = new ShapeChange(ShapeChange.Way.SENT, before, after, changes::add);
        this.answered = new ShapeChange(ShapeChange.Way.ANSWERED, before, after, changes::add);
    }

    /** What changed and may not have, each with its place. */
    static List<String> notAllowed(JsonNode before, JsonNode after) {
        var change = new ApiChange(before, after);
        before.path("paths").properties().forEach(path -> {
            JsonNode now = after.path("paths").path(path.getKey());
            path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(operation -> change.operation(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            operation.getValue(),
                            now.path(operation.getKey())));
        });
        return new ArrayList<>(change.changes);
    }

    private void operation(String name, JsonNode was, JsonNode is) {
        if (isThere(name, is)) {
            if (takesAnybody(was) && !takesAnybody(is)) {
                changes.add(name + " newly asks for a token");
            }
            parameters(name, parametersOf(was), parametersOf(is));
            body(name + " body", was.path("requestBody"), is.path("requestBody"));
            answers(name, was.path("responses"), is.path("responses"));
        }
    }

    private static boolean takesAnybody(JsonNode operation) {
        JsonNode security = operation.path("security");
        return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
    }

    private void parameters(String name, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        before.forEach((parameter, was) -> {
            JsonNode is = after.get(parameter);
            if (is == null) {
                changes.add(name + " " + parameter + " is gone");
            } else {
                required(name + " " + parameter, was, is);
                sent.compare(name + " " + parameter, was.path(SCHEMA), is.path(SCHEMA));
            }
        });
        after.forEach((parameter, is) -> {
            if (!before.containsKey(parameter) && isRequired(is)) {
                changes.add(name + " " + parameter + " is new and required");
            }
        });
    }

    private static Map<String, JsonNode> parametersOf(JsonNode operation) {
        Map<String, JsonNode> parameters = new HashMap<>();
        operation
                .path("parameters")
                .forEach(each -> parameters.put(
                        each.path("in").asString() + " " + each.path("name").asString(), each));
        return parameters;
    }

    private void body(String name, JsonNode was, JsonNode is) {
        if (was.isMissingNode() || isThere(name, is)) {
            required(name, was, is);
            content(name, was, is, sent);
        }
    }

    private void answers(String name, JsonNode before, JsonNode after) {
        before.properties().forEach(answer -> {
            String status = answer.getKey();
            JsonNode is = after.path(status);
            boolean problem = status.startsWith("4") || status.startsWith("5");
            if (problem && is.isMissingNode()) {
                return;
            }
            if (isThere(name + " " + status, is)) {
                JsonNode was = answer.getValue();
                content(name + " " + status, was, is, answered);
                was.path("headers").properties().forEach(header -> {
                    JsonNode now = is.path("headers").path(header.getKey());
                    String place = name + " " + status + " header " + header.getKey();
                    if (isThere(place, now)) {
                        answered.compare(place, header.getValue().path(SCHEMA), now.path(SCHEMA));
                    }
                });
            }
        });
    }

    private void content(String name, JsonNode was, JsonNode is, ShapeChange shapes) {
        was.path("content").properties().forEach(form -> {
            JsonNode now = is.path("content").path(form.getKey());
            if (isThere(name + " as " + form.getKey(), now)) {
                shapes.compare(name, form.getValue().path(SCHEMA), now.path(SCHEMA));
            }
        });
    }

    private boolean isThere(String name, JsonNode is) {
        if (is.isMissingNode()) {
            changes.add(name + " is gone");
        }
        return !is.isMissingNode();
    }

    private void required(String name, JsonNode was, JsonNode is) {
        if (!isRequired(was) && isRequired(is)) {
            changes.add(name + " is newly required");
        }
    }

    private static boolean isRequired(JsonNode described) {
        return described.path(REQUIRED).asBoolean(false);
    }
}
