package io.guildhall.platform.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The aggregates of this service.
 *
 * @param byType by Axon's name for them, which stands beside every commit as its type
 */
record Aggregates(Map<String, Class<?>> byType) {

    Aggregates {
        byType = Map.copyOf(byType);
    }

    /** Finds the classes that bear {@link Aggregate} in these packages and below. */
    static Aggregates scan(List<String> basePackages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        Map<String, Class<?>> found = new HashMap<>();
        for (String basePackage : basePackages) {
            scanner.findCandidateComponents(basePackage).forEach(bean -> {
                Class<?> aggregate = ClassUtils.resolveClassName(
                        String.valueOf(bean.getBeanClassName()), Aggregates.class.getClassLoader());
                found.put(aggregate.getSimpleName(), aggregate);
            });
        }
        return new Aggregates(found);
    }
}
