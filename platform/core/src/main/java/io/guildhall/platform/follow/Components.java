package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All projections and policies of this service. */
final class Components {

    private final ServiceName service;
    private final List<Component> all;

    /** @throws IllegalStateException when two of them share a name */
    Components(ServiceName service, List<Component> all) {
        this.service = service;
        this.all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        for (Component component : all) {
            if (!names.add(component.name())) {
                throw new IllegalStateException("Two projections or policies are called " + component.name());
            }
        }
    }

    List<Component> all() {
        return all;
    }

    List<Component> onOwnLog() {
        return all.stream()
                .filter(component -> component.handlers().services().contains(service.value()))
                .toList();
    }

    Map<ServiceName, List<Component>> byForeignService() {
        Map<ServiceName, List<Component>> hearing = new LinkedHashMap<>();
        for (Component component : all) {
            for (String other : component.handlers().services()) {
                if (!other.equals(service.value())) {
                    hearing.computeIfAbsent(new ServiceName(other), _ -> new ArrayList<>())
                            .add(component);
                }
            }
        }
        return hearing;
    }
}
