package io.guildhall.local.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A dead letter of a service, as the service shows it.
 *
 * @param service its short name
 */
record Letter(String service, JsonNode shown) {

    String id() {
        return text("id");
    }

    String stream() {
        return text("streamId");
    }

    String follower() {
        return text("follower");
    }

    String event() {
        return text("event");
    }

    String reason() {
        return text("reason");
    }

    String text(String name) {
        return shown.path(name).asString("");
    }

    /** Whether it is no event at all: nobody can handle it, and nothing waits behind it. */
    boolean unreadable() {
        return event().isEmpty();
    }

    boolean dropped() {
        return shown.path("dropped").isObject();
    }

    /** Whether both wait for the same: a stream on its way to one follower. */
    boolean queuesWith(Letter other) {
        return !unreadable()
                && service.equals(other.service)
                && follower().equals(other.follower())
                && stream().equals(other.stream());
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("service", service);
        shown.properties().forEach(part -> document.put(part.getKey(), part.getValue()));
        return document;
    }
}
