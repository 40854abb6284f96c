package io.guildhall.platform.event;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every event that a service writes, by stored name; two classes for one name are refused when it is built. */
public final class EventRegistry {

    private final Map<String, EventType> byName = new TreeMap<>();
    private final Map<Class<?>, EventType> byClass = new ConcurrentHashMap<>();

    private EventRegistry() {}

    /** Finds the records that bear {@link EventName} in these packages and below. */
    public static EventRegistry scan(Iterable<String> basePackages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventName.class));
        var registry = new EventRegistry();
        for (String basePackage : basePackages) {
            for (BeanDefinition found : scanner.findCandidateComponents(basePackage)) {
                registry.add(ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), EventRegistry.class.getClassLoader()));
            }
        }
        return registry;
    }

    public static EventRegistry of(Class<?>... types) {
        var registry = new EventRegistry();
        for (Class<?> type : types) {
            registry.add(type);
        }
        return registry;
    }

    private void add(Class<?> candidate) {
        EventType type = EventType.of(candidate);
        EventType other = byName.putIfAbsent(type.name(), type);
        if (other != null && other.type() != candidate) {
            throw new IllegalStateException("Two classes for the event name %s: %s and %s"
                    .formatted(type.name(), other.type().getName(), candidate.getName()));
        }
        byClass.put(candidate, type);
    }

    public Optional<EventType> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException when the class bears no {@link EventName} or is not of this service */
    public EventType of(Class<?> type) {
        EventType known = byClass.get(type);
        if (known == null) {
            throw new IllegalArgumentException(type.getName() + " is not a registered event");
        }
        return known;
    }

    public Collection<EventType> all() {
        return byName.values();
    }
}
