package io.guildhall.platform.testing.contract;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A shape of an API without the {@code null} that it allows, if it does. */
record OrNull(JsonNode shape, boolean mayBeNull) {

    private static final String TYPE = "type";
    private static final String ENUM = "enum";
    private static final String CHOICES = "anyOf";

    /** Says {@code null} by its type, or by a choice between it and a named shape; one of no type may be anything. */
    static OrNull of(JsonNode shape) {
        List<JsonNode> others = shape.path(CHOICES)
                .valueStream()
                .filter(choice -> !choice.path(TYPE).asString("").equals("null"))
                .toList();
        if (others.size() == 1) {
            return new OrNull(others.getFirst(), shape.path(CHOICES).size() > 1);
        }
        if (shape.path(TYPE).valueStream().anyMatch(OrNull::isNull)) {
            return new OrNull(without((ObjectNode) shape), true);
        }
        return new OrNull(shape, !shape.has(TYPE) && !shape.has("$ref"));
    }

    private static JsonNode without(ObjectNode shape) {
        ObjectNode copy = shape.deepCopy();
        remove(copy, TYPE);
        remove(copy, ENUM);
        return copy;
    }

    private static void remove(ObjectNode shape, String keyword) {
        if (shape.has(keyword)) {
            var kept = shape.path(keyword)
                    .valueStream()
                    .filter(value -> !isNull(value))
                    .toList();
            shape.putArray(keyword).addAll(kept);
        }
    }

    private static boolean isNull(JsonNode value) {
        return value.isNull() || value.asString("").equals("null");
    }
}
