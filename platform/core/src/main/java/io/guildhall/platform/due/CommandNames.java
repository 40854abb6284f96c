package io.guildhall.platform.due;

import io.guildhall.platform.event.CommandName;
import io.guildhall.platform.privacy.PersonalComponents;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The names under which commands wait for their due date; two classes for one name are refused when it is built. */
final class CommandNames {

    private final Map<String, Class<?>> byName = new HashMap<>();

    private CommandNames() {}

    /** Finds the records that bear {@link CommandName} in these packages and below. */
    static CommandNames scan(Iterable<String> basePackages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(CommandName.class));
        var names = new CommandNames();
        for (String basePackage : basePackages) {
            scanner.findCandidateComponents(basePackage)
                    .forEach(found -> names.add(ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()), CommandNames.class.getClassLoader())));
        }
        return names;
    }

    static CommandNames of(Class<?>... commands) {
        var names = new CommandNames();
        for (Class<?> command : commands) {
            names.add(command);
        }
        return names;
    }

    /** @throws IllegalArgumentException where the command bears no {@link CommandName} */
    static String nameOf(Class<?> command) {
        CommandName name = command.getAnnotation(CommandName.class);
        if (name == null) {
            throw new IllegalArgumentException(command.getName() + " waits for a date but bears no @CommandName");
        }
        return name.value();
    }

    Class<?> byName(String name) {
        Class<?> command = byName.get(name);
        if (command == null) {
            throw new IllegalStateException("no command of this service is named " + name);
        }
        return command;
    }

    private void add(Class<?> command) {
        PersonalComponents.check(command);
        Class<?> other = byName.putIfAbsent(nameOf(command), command);
        if (other != null && other != command) {
            throw new IllegalStateException("Two classes for the command name " + nameOf(command) + ": "
                    + other.getName() + " and " + command.getName());
        }
    }
}
