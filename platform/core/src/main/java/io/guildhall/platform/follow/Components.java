package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    Stream<Component> projections() {
        return all.stream().filter(Component::isProjection);
    }

    Optional<Component> projection(String name) {
        return projections().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The policy or the edition of a projection that goes by this name. */
    Optional<Component> follower(String name) {
        int label = name.indexOf('.');
        return label < 0
                ? all.stream().filter(each -> each.name().equals(name)).findFirst()
                : projection(name.substring(0, label))
                        .map(projection ->
                                projection.edition(new Edition(projection.name(), name.substring(label + 1))));
    }

    List<Component> onOwnLog() {
        return all.stream().filter(this::hearsOwnLog).toList();
    }

    boolean hearsOwnLog(Component component) {
        return component.handlers().services().contains(service.value());
    }

    Map<ServiceName, List<Component>> byForeignService() {
        return byForeignService(all);
    }

    Map<ServiceName, List<Component>> byForeignService(List<Component> some) {
        Map<ServiceName, List<Component>> hearing = new LinkedHashMap<>();
        for (Component component : some) {
            for (ServiceName other : foreignServices(component)) {
                hearing.computeIfAbsent(other, _ -> new ArrayList<>()).add(component);
            }
        }
        return hearing;
    }

    List<ServiceName> foreignServices(Component component) {
        return component.handlers().services().stream()
                .filter(other -> !other.equals(service.value()))
                .sorted()
                .map(ServiceName::new)
                .toList();
    }
}
