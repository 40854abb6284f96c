package io.guildhall.platform.testing.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares the schemas of two revisions of an event: a published event only gains optional fields. */
final class SchemaChange {

    private static final Set<String> TELLING =
            Set.of("$id", EventSchemas.REVISION, EventSchemas.VISIBILITY, "description", "title");
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    private SchemaChange() {}

    /**
     * What changed and may not have.
     *
     * @param same whether both are of one revision, between which nothing at all may change
     */
    static List<String> notAllowed(JsonNode before, JsonNode after, boolean same) {
        List<String> changes = new ArrayList<>();
        compare("", before, after, same, changes);
        return changes;
    }

    private static void compare(String path, JsonNode before, JsonNode after, boolean same, List<String> changes) {
        if (!before.isObject() || !after.isObject()) {
            if (!before.equals(after)) {
                changes.add(path + " is another value");
            }
            return;
        }
        Set<String> keywords = new HashSet<>(before.propertyNames());
        keywords.addAll(after.propertyNames());
        keywords.removeAll(TELLING);
        for (String keyword : keywords.stream().sorted().toList()) {
            JsonNode was = before.path(keyword);
            JsonNode is = after.path(keyword);
            switch (keyword) {
                case PROPERTIES, "$defs" -> compareNamed(path + "/" + keyword, was, is, same, changes);
                case REQUIRED -> compareRequired(path, was, is, changes);
                default -> compare(path + "/" + keyword, was, is, same, changes);
            }
        }
    }

    private static void compareNamed(String path, JsonNode was, JsonNode is, boolean same, List<String> changes) {
        was.properties().forEach(field -> {
            JsonNode now = is.path(field.getKey());
            if (now.isMissingNode()) {
                changes.add(path + "/" + field.getKey() + " is gone");
            } else {
                compare(path + "/" + field.getKey(), field.getValue(), now, same, changes);
            }
        });
        if (same) {
            is.propertyNames().stream()
                    .filter(name -> !was.has(name))
                    .forEach(name -> changes.add(path + "/" + name + " is new in the same revision"));
        }
    }

    private static void compareRequired(String path, JsonNode was, JsonNode is, List<String> changes) {
        Set<String> before = texts(was);
        Set<String> after = texts(is);
        before.stream()
                .filter(name -> !after.contains(name))
                .sorted()
                .forEach(name -> changes.add(path + "/" + name + " is no longer required"));
        after.stream()
                .filter(name -> !before.contains(name))
                .sorted()
                .forEach(name -> changes.add(path + "/" + name + " is newly required"));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(element -> texts.add(element.asString()));
        return texts;
    }
}
