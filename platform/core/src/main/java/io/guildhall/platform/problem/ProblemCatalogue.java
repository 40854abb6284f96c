package io.guildhall.platform.problem;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every problem that a service may answer: the platform's, and one for each refusal class below its packages. */
public final class ProblemCatalogue {

    /** One problem as its page shows it; placeholders in the detail stay as they are. */
    public record Entry(String name, int status, String title, String detail) {}

    private static final Map<Class<?>, Object> EMPTY = Map.of(
            String.class, "",
            Collection.class, List.of(),
            List.class, List.of(),
            Set.class, Set.of(),
            Map.class, Map.of(),
            Instant.class, Instant.EPOCH,
            Duration.class, Duration.ZERO);

    private final List<ProblemType> types;
    private final ProblemTexts texts;

    ProblemCatalogue(Collection<String> packages, ProblemTexts texts) {
        this.types = types(packages);
        this.texts = texts;
    }

    public List<Entry> entries(Locale locale) {
        List<Object> placeholders = List.of("{0}", "{1}", "{2}", "{3}");
        return types.stream()
                .map(type -> new Entry(
                        type.name(),
                        type.status(),
                        texts.title(type.name(), locale),
                        texts.detail(type.name(), locale, placeholders)))
                .toList();
    }

    /** The problems of the refusals below these packages, and the platform's own. */
    public static List<ProblemType> types(Collection<String> packages) {
        List<ProblemType> types = new ArrayList<>(ProblemType.COMMON);
        for (String each : packages) {
            for (Class<? extends Refusal> refusal : refusals(each)) {
                types.add(new ProblemType(
                        ProblemType.nameOf(refusal), sample(refusal).kind().status()));
            }
        }
        return types.stream()
                .distinct()
                .sorted(Comparator.comparing(ProblemType::name))
                .toList();
    }

    private static List<Class<? extends Refusal>> refusals(String below) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        return scanner.findCandidateComponents(below).stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(Objects::nonNull)
                .<Class<? extends Refusal>>map(
                        name -> ClassUtils.resolveClassName(name, null).asSubclass(Refusal.class))
                .toList();
    }

    /** A refusal decides its status in its constructor, so one is made of nothing to ask it. */
    private static Refusal sample(Class<? extends Refusal> refusal) {
        Constructor<?> constructor = refusal.getDeclaredConstructors()[0];
        @Nullable
        Object[] nothing = Arrays.stream(constructor.getParameterTypes())
                .map(ProblemCatalogue::nothing)
                .toArray();
        return (Refusal) BeanUtils.instantiateClass(constructor, nothing);
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : EMPTY.get(type);
    }
}
