package io.guildhall.load;

import io.guildhall.local.stack.Parts;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A front for each service of a stack, at which its gateway finds them. */
final class Fronts implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Front> fronts = new TreeMap<>();

    /** Starts a stack behind fronts; {@code environment} is what its parts are told besides. */
    LocalStack up(Map<String, String> environment) {
        return LocalStack.up(stack -> {
            Map<String, String> all = new HashMap<>(environment);
            all.put("SPRING_APPLICATION_JSON", JSON.writeValueAsString(addresses(stack)));
            return all;
        });
    }

    private Map<String, String> addresses(LocalStack stack) {
        Map<String, String> addresses = new TreeMap<>();
        for (String service : Parts.SERVICES) {
            var front = new Front(stack.sparePort());
            front.add(stack.port(service));
            fronts.put(service, front);
            addresses.put("guildhall.services." + Parts.shortName(service), front.address());
        }
        return addresses;
    }

    Front of(String service) {
        Front front = fronts.get(service);
        if (front == null) {
            throw new IllegalArgumentException("No front of " + service);
        }
        return front;
    }

    @Override
    public void close() {
        fronts.values().forEach(Front::close);
    }
}
